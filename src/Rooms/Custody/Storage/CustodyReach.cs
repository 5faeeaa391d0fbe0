using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage;

/// <summary>
/// Which items, orders, confiscations and searches a viewer may know of: the one question behind pages, lists, counts and prints.
/// Being kept from something wins over every role, so that nobody meets what is about themselves.
/// </summary>
internal sealed class CustodyReach(Store store, IEnumerable<IRecordsBehind> behind, PermissionCatalogue permissions)
{
    private static readonly string[] TeamRoles = [nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead), nameof(Role.TrustSafeguardingLead)];
    private static readonly string[] HeadRoles = [nameof(Role.Head), nameof(Role.ActingHead)];

    /// <summary>Organisations in which the viewer works by this permission; a seat of the trust reaches the trust's schools.</summary>
    public IReadOnlyList<Guid> Places(Viewer viewer, string permission) =>
        [.. permissions.Get(permission).PlacesOf(viewer).SelectMany(place => viewer.ReachOf(place).Prepend(place)).Distinct()];

    public async Task<IQueryable<Item>> ItemsAsync(Viewer viewer, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var walls = await WallsAsync(viewer, stop);
        var (met, open, known) = (walls.Met, walls.Open, walls.Known);
        var (keepers, team, heads, readers) = (At(viewer, [nameof(Role.Technician)]), At(viewer, TeamRoles), At(viewer, HeadRoles), Places(viewer, CustodyPermissions.Keep).ToList());
        return store.Set<Item>().Where(item => !item.Barred.Contains(me) && readers.Contains(item.Org))
            .Where(item => item.RecordId == null || met.Contains(item.RecordId.Value))
            .Where(item => item.TakenInBy == me
                || keepers.Contains(item.Org)
                || (item.RecordId != null && known.Contains(item.RecordId.Value))
                || ((item.RecordId == null || open.Contains(item.RecordId.Value))
                    && (heads.Contains(item.Org) || (team.Contains(item.Org) && item.Belonging != Belonging.Adult && item.Belonging != Belonging.SchoolUsedByAdult))));
    }

    public async Task<IQueryable<TechnicianOrder>> OrdersAsync(Viewer viewer, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var walls = await WallsAsync(viewer, stop);
        var (met, open, known) = (walls.Met, walls.Open, walls.Known);
        var (keepers, team, heads, readers) = (At(viewer, [nameof(Role.Technician)]), At(viewer, TeamRoles), At(viewer, HeadRoles), Places(viewer, CustodyPermissions.Keep).ToList());
        return store.Set<TechnicianOrder>().Where(order => !order.Barred.Contains(me) && readers.Contains(order.Org))
            .Where(order => order.RecordId == null || met.Contains(order.RecordId.Value))
            .Where(order => order.EnteredBy == me
                || keepers.Contains(order.Org)
                || (order.RecordId != null && known.Contains(order.RecordId.Value))
                || ((order.RecordId == null || open.Contains(order.RecordId.Value)) && (heads.Contains(order.Org) || (team.Contains(order.Org) && !order.OfAdult))));
    }

    /// <summary>What the viewer took, what the office keeps for them to give back, and for whoever keeps the register all of the school.</summary>
    public IQueryable<Confiscation> Confiscations(Viewer viewer)
    {
        var me = viewer.IdentityId;
        var (office, readers) = (At(viewer, [nameof(Role.OfficeStaff)]), At(viewer, [.. TeamRoles, .. HeadRoles]));
        return store.Set<Confiscation>().Where(one => !one.Barred.Contains(me))
            .Where(one => one.TakenBy == me || (one.AtOffice && office.Contains(one.Org)) || readers.Contains(one.Org));
    }

    /// <summary>What this person gives back: what they took, and for the office what it keeps.</summary>
    public IQueryable<Confiscation> ToGiveBack(Viewer viewer)
    {
        var me = viewer.IdentityId;
        var office = At(viewer, [nameof(Role.OfficeStaff)]);
        return Confiscations(viewer).Where(one => one.TakenBy == me || (one.AtOffice && office.Contains(one.Org)));
    }

    public async Task<IQueryable<DeviceSearch>> SearchesAsync(Viewer viewer, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var walls = await WallsAsync(viewer, stop);
        var (met, open, known) = (walls.Met, walls.Open, walls.Known);
        var readers = At(viewer, [.. TeamRoles, .. HeadRoles]);
        return store.Set<DeviceSearch>().Where(search => !search.Barred.Contains(me))
            .Where(search => search.RecordId == null || met.Contains(search.RecordId.Value))
            .Where(search => search.SearchedBy == me
                || (readers.Contains(search.Org) && (search.RecordId == null || open.Contains(search.RecordId.Value) || known.Contains(search.RecordId.Value))));
    }

    /// <summary>Whether this person reads the register of the school: whose things are, and what the police said.</summary>
    public static bool ReadsRegister(Viewer viewer, Guid org) => At(viewer, [.. TeamRoles, .. HeadRoles]).Contains(org);

    /// <summary>Whether this person may be the second of two about a search there.</summary>
    public static bool MayConfirm(Viewer viewer, Guid org) => ReadsRegister(viewer, org);

    public static bool IsHead(Viewer viewer, Guid org) => At(viewer, HeadRoles).Contains(org);

    public async Task<IReadOnlySet<Guid>> KeptFromAsync(Guid? record, CancellationToken stop)
    {
        var kept = new HashSet<Guid>();
        if (record is not { } id) return kept;
        foreach (var room in behind) kept.UnionWith(await room.KeptFromAsync(id, stop));
        return kept;
    }

    private static List<Guid> At(Viewer viewer, string[] roles) =>
        [.. viewer.Seats.Where(seat => roles.Contains(seat.Role)).SelectMany(seat => seat.Role == nameof(Role.TrustSafeguardingLead) ? viewer.ReachOf(seat.Organisation).Prepend(seat.Organisation) : [seat.Organisation]).Distinct()];

    private (Guid Viewer, RecordWalls Walls)? _asked;

    // Asked several times for one page; the answers are as old as the request.
    private async Task<RecordWalls> WallsAsync(Viewer viewer, CancellationToken stop)
    {
        if (_asked is { } asked && asked.Viewer == viewer.IdentityId) return asked.Walls;
        var walls = await AskWallsAsync(viewer, stop);
        _asked = (viewer.IdentityId, walls);
        return walls;
    }

    // Few records have something in custody, so they are asked about one by one and not through a join that no lower room can make.
    private async Task<RecordWalls> AskWallsAsync(Viewer viewer, CancellationToken stop)
    {
        var tied = await store.Set<Item>().Where(item => item.RecordId != null).Select(item => item.RecordId!.Value)
            .Union(store.Set<TechnicianOrder>().Where(order => order.RecordId != null).Select(order => order.RecordId!.Value))
            .Union(store.Set<DeviceSearch>().Where(search => search.RecordId != null).Select(search => search.RecordId!.Value)).ToListAsync(stop);
        if (tied.Count == 0) return new RecordWalls([], [], []);

        var answers = new List<RecordBehind>();
        foreach (var room in behind) answers.AddRange(await room.OfAsync(viewer, tied, stop));
        var met = answers.Where(one => !one.IsKeptFrom).ToList();
        return new RecordWalls([.. met.Select(one => one.Id)], [.. met.Where(one => !one.IsSecret).Select(one => one.Id)], [.. met.Where(one => one.MayKnow).Select(one => one.Id)]);
    }

    /// <param name="Met">Not kept from the viewer.</param>
    /// <param name="Open">Those of them that are no secret of one desk.</param>
    /// <param name="Known">Those of them that the viewer may know of.</param>
    private sealed record RecordWalls(List<Guid> Met, List<Guid> Open, List<Guid> Known);
}
