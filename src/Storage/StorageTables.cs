using Lifeguard.Storage.Almanac;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Storage;

internal sealed class StorageTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<AlmanacEdition>(edition =>
        {
            edition.ToTable("almanac_edition");
            edition.Property(e => e.Id).ValueGeneratedNever();
        });
        model.Entity<JournalRow>(row =>
        {
            row.ToTable("journal");
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.RecordKind).HasMaxLength(40);
            row.Property(r => r.Act).HasMaxLength(80);
            row.HasIndex(r => new { r.RecordId, r.At });
            row.HasIndex(r => r.At);
            row.HasIndex(r => new { r.ByIdentity, r.At });
            row.HasIndex(r => r.Shown).HasMethod("gin").HasFilter("shown is not null");
        });
        model.Entity<JournalSeal>(seal =>
        {
            seal.HasKey(s => s.Position);
            seal.Property(s => s.Position).ValueGeneratedNever();
            seal.HasIndex(s => s.JournalId).IsUnique();
        });
        model.Entity<OutboxLetter>(letter =>
        {
            letter.Property(l => l.Id).ValueGeneratedNever();
            letter.Property(l => l.RecordKind).HasMaxLength(40);
            letter.HasIndex(l => l.NotBefore).HasFilter("sent_at is null and withdrawn_at is null");
            letter.HasIndex(l => l.RecordId);
        });
    }
}
