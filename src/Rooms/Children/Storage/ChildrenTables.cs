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
            fact.Property(f => f.Id).ValueGeneratedNever();
            fact.Property(f => f.ByName).HasMaxLength(220);
            fact.HasIndex(f => f.FileId);
            fact.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<KeptFrom>(kept =>
        {
            kept.ToTable("child_kept_from");
            kept.Property(k => k.Id).ValueGeneratedNever();
            kept.Property(k => k.Name).HasMaxLength(220);
            kept.Property(k => k.ByName).HasMaxLength(220);
            kept.HasIndex(k => new { k.FileId, k.IdentityId }).IsUnique();
        });
        model.Entity<ChildEntry>(entry =>
        {
            entry.ToTable("child_entry");
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
    }
}
