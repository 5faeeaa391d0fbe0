using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Storage;

/// <summary>Who may know of a request, for duties and letters.</summary>
internal sealed class RequestAudience(Store store, IRoles roles, IPlaces places, PermissionCatalogue permissions, IOrganisations organisations, TimeProvider clock) : IRecordAudience
{
    public IReadOnlyCollection<string> Kinds { get; } = [PersonRequest.RecordKind];

    public async Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var request = await store.Set<PersonRequest>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop);
        if (request is null) return new HashSet<Guid>();
        var workers = await WorkersAsync(request.Org, stop);
        return identities.Where(one => one != request.About && workers.Contains(one)).ToHashSet();
    }

    public async Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        if (!viewer.May(DataProtectionPermissions.Requests)) return new HashSet<Guid>();
        var mine = await places.OpenAsync(viewer, DataProtectionPermissions.Requests, stop);
        return (await store.RequestsFor(viewer, mine).Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync(stop)).ToHashSet();
    }

    /// <summary>Whoever works on requests of an organisation today: there, or above it.</summary>
    public async Task<IReadOnlySet<Guid>> WorkersAsync(Guid org, CancellationToken stop)
    {
        var wanted = permissions.Get(DataProtectionPermissions.Requests).Roles.Select(Enum.Parse<Role>).ToList();
        var today = UkTime.DateOf(clock.GetUtcNow());
        List<Guid> chain = [org, .. (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id)];
        HashSet<Guid> workers = [];
        foreach (var place in chain) workers.UnionWith((await roles.HoldersAsync(place, wanted, today, stop)).Select(holder => holder.IdentityId));
        return workers;
    }
}
