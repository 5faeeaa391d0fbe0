using Lifeguard.DataProtection.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Storage;

internal sealed class DataProtectionTables : ITables
{
    public const int LongestReason = 2_000;
    private const int NameLength = 220;
    private const int KeyLength = 40;

    public void Map(ModelBuilder model)
    {
        MapRetention(model);
        MapPurge(model);
        MapRequests(model);
    }

    private static void MapRetention(ModelBuilder model)
    {
        model.Entity<RetentionRule>(rule =>
        {
            rule.ToTable("retention_rule");
            rule.HasKey(r => new { r.Org, r.Class });
            rule.Property(r => r.Class).HasMaxLength(KeyLength);
            rule.Property(r => r.ConfirmedByName).HasMaxLength(NameLength);
            rule.Property(r => r.Version).IsRowVersion();
        });
        model.Entity<KeptLonger>(kept =>
        {
            kept.ToTable("kept_longer");
            kept.Property(k => k.Id).ValueGeneratedNever();
            kept.Property(k => k.RecordKind).HasMaxLength(KeyLength);
            kept.Property(k => k.Reason).HasMaxLength(LongestReason);
            kept.Property(k => k.ByName).HasMaxLength(NameLength);
            kept.HasIndex(k => k.RecordId);
        });
        model.Entity<Hold>(hold =>
        {
            hold.ToTable("legal_hold");
            hold.Property(h => h.Id).ValueGeneratedNever();
            hold.Property(h => h.RecordKind).HasMaxLength(KeyLength);
            hold.Property(h => h.Reason).HasMaxLength(LongestReason);
            hold.Property(h => h.PlacedByName).HasMaxLength(NameLength);
            hold.Property(h => h.LiftedByName).HasMaxLength(NameLength);
            hold.Ignore(h => h.Record);
            hold.HasIndex(h => h.RecordId);
            hold.Property(h => h.Version).IsRowVersion();
        });
    }

    private static void MapPurge(ModelBuilder model)
    {
        model.Entity<Purge>(purge =>
        {
            purge.ToTable("purge");
            purge.Property(p => p.Id).ValueGeneratedNever();
            purge.Property(p => p.RecordKind).HasMaxLength(KeyLength);
            purge.Property(p => p.Class).HasMaxLength(KeyLength);
            purge.Property(p => p.Rule).HasMaxLength(LongestReason);
            purge.Property(p => p.ProposedByName).HasMaxLength(NameLength);
            purge.Property(p => p.ConfirmedByName).HasMaxLength(NameLength);
            purge.Property(p => p.StoppedByName).HasMaxLength(NameLength);
            purge.Ignore(p => p.Record);
            purge.Ignore(p => p.IsConfirmed);
            purge.Ignore(p => p.IsRipe);
            purge.HasIndex(p => p.Reference).IsUnique();
            // Of two who propose at the same moment one is told that it is proposed already.
            purge.HasIndex(p => p.RecordId).IsUnique().HasFilter("stopped_at is null");
            purge.Property(p => p.Version).IsRowVersion();
        });
        model.Entity<Tombstone>(stone =>
        {
            stone.ToTable("tombstone");
            stone.Property(t => t.Id).ValueGeneratedNever();
            stone.Property(t => t.Class).HasMaxLength(KeyLength);
            stone.Property(t => t.RecordKind).HasMaxLength(KeyLength);
            stone.Property(t => t.Rule).HasMaxLength(LongestReason);
            stone.Property(t => t.ProposedByName).HasMaxLength(NameLength);
            stone.Property(t => t.ConfirmedByName).HasMaxLength(NameLength);
            // For what was erased before anybody wrote this down.
            stone.Property(t => t.KeptFrom).HasDefaultValueSql("'{}'::uuid[]");
            stone.HasIndex(t => new { t.Org, t.ErasedAt });
        });
    }

    private static void MapRequests(ModelBuilder model)
    {
        model.Entity<PersonRequest>(request =>
        {
            request.ToTable("person_request");
            request.Property(r => r.Id).ValueGeneratedNever();
            request.Property(r => r.AskedBy).HasMaxLength(PersonRequest.LongestName);
            request.Property(r => r.AboutName).HasMaxLength(PersonRequest.LongestName);
            request.Property(r => r.IdentityChecked).HasMaxLength(LongestReason);
            request.Property(r => r.ExtendedWhy).HasMaxLength(LongestReason);
            request.Property(r => r.Answer).HasMaxLength(PersonRequest.LongestWords);
            request.Property(r => r.AnsweredByName).HasMaxLength(NameLength);
            request.Property(r => r.TakenByName).HasMaxLength(NameLength);
            request.Ignore(r => r.Ref);
            request.Ignore(r => r.IsAnswered);
            request.Ignore(r => r.GathersRecords);
            request.HasIndex(r => r.Reference).IsUnique();
            request.HasIndex(r => new { r.Org, r.ReceivedOn });
            request.Property(r => r.Version).IsRowVersion();
        });
        model.Entity<RequestPart>(part =>
        {
            part.ToTable("request_part");
            part.Property(p => p.Id).ValueGeneratedNever();
            part.Property(p => p.Desk).HasMaxLength(KeyLength);
            part.Property(p => p.DeskName).HasMaxLength(NameLength);
            part.HasIndex(p => new { p.RequestId, p.Desk }).IsUnique();
        });
        model.Entity<RequestLook>(look =>
        {
            look.ToTable("request_look");
            look.Property(l => l.Id).ValueGeneratedNever();
            look.HasIndex(l => new { l.PartId, l.Identity }).IsUnique();
            look.HasIndex(l => l.RequestId);
        });
        model.Entity<RequestEntry>(entry =>
        {
            entry.ToTable("request_entry");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.RecordKind).HasMaxLength(KeyLength);
            entry.Property(e => e.Heading).HasMaxLength(NameLength);
            entry.Property(e => e.Ground).HasMaxLength(LongestReason);
            entry.Property(e => e.DecidedByName).HasMaxLength(NameLength);
            entry.HasIndex(e => new { e.RequestId, e.EntryKey }).IsUnique();
            entry.HasIndex(e => e.RecordId);
        });
    }
}
