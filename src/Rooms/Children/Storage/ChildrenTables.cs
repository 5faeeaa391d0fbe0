using Lifeguard.Children.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

internal sealed class ChildrenTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ChildFile>(file =>
        {
            file.ToTable("child_file");
            file.Property(f => f.Id).ValueGeneratedNever();
            file.HasIndex(f => f.Reference).IsUnique();
            file.HasIndex(f => new { f.Org, f.PersonId }).IsUnique();
            file.Ignore(f => f.Ref);
        });
        model.Entity<ChildFact>(fact =>
        {
            fact.ToTable("child_fact");
            fact.HasOne<ChildFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
            fact.Property(f => f.Id).ValueGeneratedNever();
            fact.Property(f => f.ByName).HasMaxLength(220);
            fact.HasIndex(f => f.FileId);
            fact.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<KeptFrom>(kept =>
        {
            kept.ToTable("child_kept_from");
            kept.HasOne<ChildFile>().WithMany().HasForeignKey(k => k.FileId).OnDelete(DeleteBehavior.Restrict);
            kept.Property(k => k.Id).ValueGeneratedNever();
            kept.Property(k => k.Name).HasMaxLength(220);
            kept.Property(k => k.ByName).HasMaxLength(220);
            kept.HasIndex(k => new { k.FileId, k.IdentityId }).IsUnique();
        });
        model.Entity<ChildEntry>(entry =>
        {
            entry.ToTable("child_entry");
            entry.HasOne<ChildFile>().WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Restrict);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Source).HasMaxLength(ChildEntry.LongestSource);
            entry.Property(e => e.ByName).HasMaxLength(220);
            entry.HasIndex(e => new { e.FileId, e.Sum }).IsUnique();
        });
        model.Entity<ChronologyImport>(import =>
        {
            import.ToTable("chronology_import");
            import.Property(i => i.Id).ValueGeneratedNever();
            import.Property(i => i.Source).HasMaxLength(ChildEntry.LongestSource);
            import.Property(i => i.FileName).HasMaxLength(255);
            import.Property(i => i.ByName).HasMaxLength(220);
            import.HasIndex(i => i.Reference).IsUnique();
            import.HasIndex(i => new { i.Org, i.ChosenAt });
            // Few are ever at work, and they are asked for every other second.
            import.HasIndex(i => i.State).HasFilter("state in ('Waiting', 'Previewed', 'Confirmed')");
            import.Ignore(i => i.Ref);
            import.Ignore(i => i.IsAtWork);
            import.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<FileTransfer>(transfer =>
        {
            transfer.ToTable("file_transfer");
            transfer.HasOne<ChildFile>().WithMany().HasForeignKey(t => t.FileId).OnDelete(DeleteBehavior.Restrict);
            transfer.Property(t => t.Id).ValueGeneratedNever();
            transfer.Property(t => t.PackageSum).HasMaxLength(64);
            transfer.Property(t => t.MadeByName).HasMaxLength(220);
            transfer.HasIndex(t => t.FileId);
            // A file is on its way once.
            transfer.HasIndex(t => t.FileId, "ix_file_transfer_open").IsUnique().HasFilter("state in ('Open', 'Made')");
            transfer.Ignore(t => t.DutyKey);
            transfer.Ignore(t => t.IsOpen);
            transfer.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<FileKey>(key =>
        {
            key.ToTable("file_key");
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Recipient).HasMaxLength(100);
            key.Property(k => k.ByName).HasMaxLength(220);
            key.HasIndex(k => k.School);
        });
        model.Entity<ReceivedFile>(received =>
        {
            received.ToTable("received_file");
            received.Property(r => r.Id).ValueGeneratedNever();
            received.Property(r => r.FromSchool).HasMaxLength(ChildEntry.LongestSource);
            received.Property(r => r.ByName).HasMaxLength(220);
            received.HasIndex(r => r.Reference).IsUnique();
            received.HasIndex(r => new { r.Org, r.OpenedAt });
            received.Ignore(r => r.Ref);
            received.Property<uint>("xmin").IsRowVersion();
        });
    }
}
