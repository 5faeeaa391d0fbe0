using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Lifeguard.Storage.Walls;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Sessions;

/// <summary>Makes the viewer of a request from an account: roles as they are today, and the organisations those open.</summary>
internal sealed class FindViewer(
    Store store, OrganisationScope scope, IRoles roles, IPeople people, IOrganisations organisations, Almanac almanac, PermissionCatalogue catalogue, TimeProvider clock)
{
    private static readonly Role[] ReachDown = [Role.TrustSafeguardingLead, Role.GovernanceOfficer, Role.ChiefExecutive];

    /// <summary>Null when there is no such account, or it was closed.</summary>
    public async Task<Viewer?> RunAsync(Guid accountId, CancellationToken stop)
    {
        var account = await store.Set<Account>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == accountId && one.ClosedAt == null, stop);
        return account is null ? null : await OfAsync(new SessionOwner(account.Id, account.IdentityId, account.HomeOrg), stop);
    }

    /// <summary>The viewer of an account that has just been found open. From here on this work touches their organisations alone.</summary>
    public async Task<Viewer> OfAsync(SessionOwner owner, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        var today = UkTime.DateOf(clock.GetUtcNow());
        var viewer = await almanac.ReadAsync($"viewer {owner} on {today:O}", () => MakeAsync(owner, today, stop));
        scope.For(viewer);
        return viewer;
    }

    private async Task<Viewer> MakeAsync(SessionOwner owner, DateOnly today, CancellationToken stop)
    {
        var held = await roles.RolesOfAsync([owner.IdentityId], today, stop);
        var rows = await people.RowsOfAsync([owner.IdentityId], stop);
        // Whoever left a school sees nothing of it any more.
        var own = held.Select(one => one.Org).Concat(await people.PlacesOfAsync(owner.IdentityId, today, stop)).Distinct().ToList();
        var below = new Dictionary<Guid, IReadOnlyList<Guid>>();
        foreach (var above in held.Where(one => ReachDown.Contains(one.Role)).Select(one => one.Org).Distinct())
            below[above] = await organisations.WithDescendantsAsync([above], stop);

        // The trust's and authority's people and agencies are asked for when a record is routed; cases always belong to a school.
        var ancestors = new List<Guid>();
        foreach (var place in own) ancestors.AddRange((await organisations.AncestorsAsync(place, stop)).Select(one => one.Id));

        return new Viewer
        {
            AccountId = owner.AccountId,
            IdentityId = owner.IdentityId,
            Name = rows.FirstOrDefault(row => row.Org == owner.HomeOrg)?.Name ?? rows.FirstOrDefault()?.Name ?? "Somebody",
            Seats = [.. held.Select(one => new Seat(one.Org, one.PersonId, one.Role.ToString()))],
            Organisations = [.. own.Concat(ancestors).Concat(below.Values.SelectMany(ids => ids)).Distinct()],
            Below = below,
            Permissions = catalogue.Of(held.Select(one => one.Role.ToString()).Distinct()),
            Home = owner.HomeOrg,
        };
    }
}
