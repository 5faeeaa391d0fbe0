using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Response.Storage;

internal sealed class ResponseTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<FlowEdition>(edition =>
        {
            edition.ToTable("flow_edition");
            edition.Property(one => one.Id).ValueGeneratedNever();
            edition.Property(one => one.Flow).HasMaxLength(80);
            edition.Property(one => one.Version).HasMaxLength(20);
        });
        model.Entity<LocalEdition>(edition =>
        {
            edition.ToTable("local_edition");
            edition.Property(one => one.Id).ValueGeneratedNever();
            edition.Property(one => one.Flow).HasMaxLength(80);
            edition.Property(one => one.FlowVersion).HasMaxLength(20);
            edition.Property(one => one.ByName).HasMaxLength(200);
            edition.Property(one => one.Why).HasMaxLength(LongestWhy);
            edition.Property(one => one.WhyWeaker).HasMaxLength(LongestWhy);
            edition.HasIndex(one => new { one.Org, one.Flow, one.Number }).IsUnique();
            edition.IsKeptInAlmanac();
        });
        model.Entity<LocalDraft>(draft =>
        {
            draft.ToTable("local_draft");
            draft.HasKey(one => new { one.Org, one.Flow });
            draft.Property(one => one.Flow).HasMaxLength(80);
            draft.Property(one => one.ByName).HasMaxLength(200);
            draft.Property(one => one.Version).IsRowVersion();
        });
    }

    public const int LongestWhy = 1000;
}
