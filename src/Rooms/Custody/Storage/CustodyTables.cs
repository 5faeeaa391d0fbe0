using Lifeguard.Custody.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage;

internal sealed class CustodyTables : ITables
{
    private const int LongestName = 220;

    public void Map(ModelBuilder model)
    {
        MapItem(model);
        model.Entity<Handover>(handover =>
        {
            handover.ToTable("custody_handover");
            handover.Property(h => h.Id).ValueGeneratedNever();
            handover.Property(h => h.ByName).HasMaxLength(LongestName);
            handover.HasIndex(h => h.ItemId);
        });
        model.Entity<Access>(access =>
        {
            access.ToTable("custody_access");
            access.Property(a => a.Id).ValueGeneratedNever();
            access.Property(a => a.ByName).HasMaxLength(LongestName);
            access.HasIndex(a => a.ItemId);
        });
        model.Entity<TechnicianOrder>(order =>
        {
            order.ToTable("custody_order");
            order.Property(o => o.Id).ValueGeneratedNever();
            order.HasIndex(o => o.Reference).IsUnique();
            order.HasIndex(o => o.RecordId);
            order.HasIndex(o => new { o.Org, o.AskedAt });
            order.Ignore(o => o.Ref);
            order.Ignore(o => o.IsOpen);
            order.OwnsOne(o => o.Safety);
            order.OwnsOne(o => o.Done);
            order.Property<uint>("xmin").IsRowVersion();
        });
        MapConfiscation(model);
        MapSearch(model);
        model.Entity<NominatedSearcher>(searcher =>
        {
            searcher.ToTable("nominated_searcher");
            searcher.Property(s => s.Id).ValueGeneratedNever();
            searcher.Property(s => s.Name).HasMaxLength(LongestName);
            searcher.Property(s => s.ByName).HasMaxLength(LongestName);
            searcher.HasIndex(s => new { s.Org, s.IdentityId });
            searcher.Ignore(s => s.Ref);
            searcher.Property<uint>("xmin").IsRowVersion();
        });
    }

    private static void MapItem(ModelBuilder model) => model.Entity<Item>(item =>
    {
        item.ToTable("custody_item");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.TakenInByName).HasMaxLength(LongestName);
        item.HasIndex(i => i.Reference).IsUnique();
        item.HasIndex(i => i.RecordId);
        item.HasIndex(i => new { i.Org, i.TakenInAt });
        item.Ignore(i => i.Ref);
        item.Ignore(i => i.IsOpen);
        item.Ignore(i => i.AwaitsAdvice);
        item.OwnsOne(i => i.Safety);
        item.OwnsOne(i => i.Isolation);
        item.OwnsOne(i => i.Advice);
        item.OwnsOne(i => i.Ending);
        item.Property<uint>("xmin").IsRowVersion();
    });

    private static void MapConfiscation(ModelBuilder model) => model.Entity<Confiscation>(one =>
    {
        one.ToTable("confiscation");
        one.Property(c => c.Id).ValueGeneratedNever();
        one.Property(c => c.TakenByName).HasMaxLength(LongestName);
        one.HasIndex(c => c.Reference).IsUnique();
        one.HasIndex(c => new { c.Org, c.TakenAt });
        one.HasIndex(c => c.TakenBy);
        one.Ignore(c => c.Ref);
        one.Ignore(c => c.IsOpen);
        one.OwnsOne(c => c.Told);
        one.OwnsOne(c => c.GivenBack);
        one.Property<uint>("xmin").IsRowVersion();
    });

    private static void MapSearch(ModelBuilder model) => model.Entity<DeviceSearch>(search =>
    {
        search.ToTable("device_search");
        search.Property(s => s.Id).ValueGeneratedNever();
        search.Property(s => s.SearchedByName).HasMaxLength(LongestName);
        search.HasIndex(s => s.Reference).IsUnique();
        search.HasIndex(s => s.RecordId);
        search.HasIndex(s => s.ConfiscationId);
        search.HasIndex(s => new { s.Org, s.SearchedAt });
        search.Ignore(s => s.Ref);
        search.Ignore(s => s.IsDecided);
        search.Ignore(s => s.AwaitsSecond);
        search.OwnsOne(s => s.Decision, decision =>
        {
            decision.Ignore(d => d.Keeps);
            decision.Ignore(d => d.IsAny);
        });
        search.OwnsOne(s => s.Second);
        search.OwnsOne(s => s.Told);
        search.Property<uint>("xmin").IsRowVersion();
    });
}
