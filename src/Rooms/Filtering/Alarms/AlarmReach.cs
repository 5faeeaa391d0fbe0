using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Alarms;

/// <summary>Which alarms a viewer may see: those of the gates of places where they hold a role that carries the permission, or of a place above.</summary>
internal sealed class AlarmReach(Store store, IOrganisations organisations)
{
    private static readonly Permission Needed = FilteringPermissions.All.Single(one => one.Key == FilteringPermissions.Alarms);

    public async Task<IReadOnlyList<Guid>> PlacesOfAsync(Viewer viewer, CancellationToken stop)
    {
        var places = Needed.PlacesOf(viewer).ToHashSet();
        foreach (var place in places.ToList()) places.UnionWith((await organisations.AncestorsAsync(place, stop)).Select(one => one.Id));
        return [.. places];
    }

    public async Task<IQueryable<GateAlarm>> AlarmsForAsync(Viewer viewer, CancellationToken stop)
    {
        var places = await PlacesOfAsync(viewer, stop);
        return store.Set<GateAlarm>().AsNoTracking().Where(one => places.Contains(one.Org));
    }
}
