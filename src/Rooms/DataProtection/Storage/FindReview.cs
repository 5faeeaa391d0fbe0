using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Storage;

/// <summary>
/// The closed records whose period is over, as far as the viewer may know of them: a record that they are kept from is neither listed nor
/// counted. Whoever only watches sees that it is there and by which rule it is due.
/// </summary>
internal sealed class FindReview(Store store, IEnumerable<IKeeper> keepers, KeptCatalogue catalogue, FindRules rules, IPlaces places, TimeProvider clock)
{
    public Task<IReadOnlyList<ReviewRow>> OfAsync(Viewer viewer, CancellationToken stop) => OfAsync(viewer, null, stop);

    /// <summary>One closed record, due or not, as far as the viewer decides about it or may learn that it is there.</summary>
    public async Task<ReviewRow?> OneAsync(Viewer viewer, Guid record, CancellationToken stop) => (await OfAsync(viewer, record, stop)).SingleOrDefault(row => row.Record.Ref.Id == record);

    private async Task<IReadOnlyList<ReviewRow>> OfAsync(Viewer viewer, Guid? wanted, CancellationToken stop)
    {
        var watched = viewer.May(DataProtectionPermissions.Watch) ? await places.OpenAsync(viewer, DataProtectionPermissions.Watch, stop) : [];
        var today = UkTime.DateOf(clock.GetUtcNow());
        var inForce = await rules.OfAsync([.. viewer.Organisations.Concat(watched).Distinct()], stop);
        var search = new KeptSearch(
            inForce.Values.SelectMany(one => one).GroupBy(rule => rule.Class.Key).ToDictionary(same => same.Key, same => Widest([.. same.Select(rule => rule.Before(today))])),
            [.. await store.Set<Hold>().Where(hold => hold.LiftedAt == null).Select(hold => hold.RecordId).Distinct().ToListAsync(stop), .. wanted is { } one ? [one] : Array.Empty<Guid>()]);
        List<KeptRecord> records = [];
        foreach (var keeper in keepers) records.AddRange(await keeper.EndedAsync(viewer, watched, search, stop));
        if (records.Count == 0) return [];

        var ids = records.Select(record => record.Ref.Id).ToList();
        var longer = (await store.Set<KeptLonger>().AsNoTracking().Where(one => ids.Contains(one.RecordId)).ToListAsync(stop))
            .GroupBy(one => one.RecordId).ToDictionary(one => one.Key, one => one.MaxBy(kept => kept.At)!.Until);
        var holds = (await store.Set<Hold>().AsNoTracking().Where(one => ids.Contains(one.RecordId) && one.LiftedAt == null).ToListAsync(stop)).ToLookup(one => one.RecordId);
        var purges = await store.Set<Purge>().AsNoTracking().Where(one => ids.Contains(one.RecordId) && one.StoppedAt == null).ToDictionaryAsync(one => one.RecordId, stop);
        return
        [
            .. from record in records
               let rule = inForce[record.Org].Single(one => one.Class.Key == record.Class)
               let until = longer.TryGetValue(record.Ref.Id, out var kept) ? kept : (DateOnly?)null
               let over = Retention.Later(rule.EndOf(record), until)
               where over <= today || holds[record.Ref.Id].Any() || record.Ref.Id == wanted
               orderby over
               select new ReviewRow(record, rule, over!.Value, over <= today, [.. holds[record.Ref.Id].Select(hold => hold.Kind).Distinct()],
                   purges.TryGetValue(record.Ref.Id, out var purge) ? Retention.Card(purge) : null),
        ];
    }

    // Of several schools the one that keeps for the shortest time; each record is held against its own school's rule afterwards.
    private static KeptBefore Widest(IReadOnlyList<KeptBefore> each) => new(each.Max(one => one.Raised), each.Max(one => one.Born));

    /// <summary>What was erased: for whoever took part, and for whoever watches where even the existence of such a record is no secret.</summary>
    public async Task<IReadOnlyList<(Tombstone Stone, string Name)>> TombstonesAsync(Viewer viewer, CancellationToken stop)
    {
        var watched = viewer.May(DataProtectionPermissions.Watch) ? await places.OpenAsync(viewer, DataProtectionPermissions.Watch, stop) : [];
        var plain = catalogue.Reviewed.Where(kept => !kept.ExistenceIsSecret).Select(kept => kept.Key).ToList();
        var me = viewer.IdentityId;
        var stones = await store.Set<Tombstone>().AsNoTracking()
            .Where(one => one.ProposedBy == me || one.ConfirmedBy == me || (watched.Contains(one.Org) && plain.Contains(one.Class)))
            .Where(one => !one.KeptFrom.Contains(me))
            .OrderByDescending(one => one.ErasedAt).Take(200).ToListAsync(stop);
        return [.. stones.Select(stone => (stone, catalogue.Of(stone.Class).Name))];
    }
}

/// <summary>One record on the list.</summary>
/// <param name="OverOn">The day on which its period was over.</param>
internal sealed record ReviewRow(KeptRecord Record, RuleInForce Rule, DateOnly OverOn, bool IsOver, IReadOnlyList<HoldKind> Holds, PurgeCard? Purge)
{
    public bool Waits => Purge is { IsConfirmed: false };
}
