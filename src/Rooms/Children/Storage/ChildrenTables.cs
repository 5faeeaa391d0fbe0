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
    }
}
