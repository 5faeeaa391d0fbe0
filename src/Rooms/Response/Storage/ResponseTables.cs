using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Response.Storage;

internal sealed class ResponseTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<FlowEdition>(edition =>
    {
        edition.ToTable("flow_edition");
        edition.Property(one => one.Id).ValueGeneratedNever();
        edition.Property(one => one.Flow).HasMaxLength(80);
        edition.Property(one => one.Version).HasMaxLength(20);
    });
}
