using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Alarms;

/// <summary>
/// Who is told of an alarm: whoever keeps the filter; of what leaves children unprotected or shut out also the safeguarding leads. Where
/// nobody keeps it, whoever leads the school. A gate above schools is heard of in each of them.
/// </summary>
internal sealed class AlarmReaders(IRoles roles, IOrganisations organisations, TimeProvider clock)
{
    private static readonly Role[] Keepers = [.. FilteringPermissions.All.Single(one => one.Key == FilteringPermissions.Keep).Roles.Select(Enum.Parse<Role>)];
    private static readonly Role[] Leads = [Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead];
    private static readonly Role[] Heads = [Role.Head, Role.ActingHead];

    public async Task<IReadOnlySet<Guid>> OfAsync(Guid org, AlarmKind kind, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var told = await HoldersAsync(Keepers);
        if (told.Count == 0) told = await HoldersAsync(Heads);
        if (kind.IsGrave()) told.UnionWith(await HoldersAsync(Leads));
        return told;

        async Task<HashSet<Guid>> HoldersAsync(Role[] wanted)
        {
            HashSet<Guid> holders = [];
            foreach (var place in await organisations.WithDescendantsAsync([org], stop))
                holders.UnionWith((await roles.HoldersAsync(place, wanted, today, stop)).Select(one => one.IdentityId));
            return holders;
        }
    }
}

/// <summary>Who may know of an alarm, for the outbox.</summary>
internal sealed class AlarmAudience(AlarmReaders readers, AlarmReach reach, Store store) : IRecordAudience
{
    public IReadOnlyCollection<string> Kinds => [GateAlarm.RecordKind];

    public async Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var alarm = await store.Set<GateAlarm>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop);
        return alarm is null ? new HashSet<Guid>() : (await readers.OfAsync(alarm.Org, alarm.Kind, stop)).Intersect(identities).ToHashSet();
    }

    public async Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        (await (await reach.AlarmsForAsync(viewer, stop)).Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync(stop)).ToHashSet();
}
