using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Sessions;

/// <summary>Makes the viewer of a request from an account: roles as they are today, and the organisations those open.</summary>
internal sealed class FindViewer(Store store, OrganisationScope scope, IRoles roles, IPeople people, IOrganisations organisations, PermissionCatalogue catalogue, TimeProvider clock)
{
    private static readonly Role[] ReachDown = [Role.TrustSafeguardingLead, Role.GovernanceOfficer, Role.ChiefExecutive];

    public async Task<Viewer?> RunAsync(Guid accountId, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        // One connection for all that is asked here, at every request of everybody: each opening costs two further round trips for the wall.
        await store.Database.OpenConnectionAsync(stop);
        try
        {
            if (await FindAsync(accountId, stop) is not { } viewer) return null;
            scope.For(viewer);
            return viewer;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private async Task<Viewer?> FindAsync(Guid accountId, CancellationToken stop)
    {
        var account = await store.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.ClosedAt == null, stop);
        if (account is null) return null;

        var today = Today();
        var held = await roles.RolesOfAsync([account.IdentityId], today, stop);
        var rows = await people.RowsOfAsync([account.IdentityId], stop);
        var own = held.Select(one => one.Org).Concat(rows.Select(row => row.Org)).Distinct().ToList();
        var below = new Dictionary<Guid, IReadOnlyList<Guid>>();
        foreach (var above in held.Where(one => ReachDown.Contains(one.Role)).Select(one => one.Org).Distinct())
            below[above] = await organisations.WithDescendantsAsync([above], stop);

        // The trust's and authority's people and agencies are asked for when a record is routed; cases always belong to a school.
        var ancestors = new List<Guid>();
        foreach (var place in own) ancestors.AddRange((await organisations.AncestorsAsync(place, stop)).Select(one => one.Id));

        return new Viewer
        {
            AccountId = account.Id,
            IdentityId = account.IdentityId,
            Name = rows.FirstOrDefault(row => row.Org == account.HomeOrg)?.Name ?? rows.FirstOrDefault()?.Name ?? "Somebody",
            Seats = [.. held.Select(one => new Seat(one.Org, one.PersonId, one.Role.ToString()))],
            Organisations = [.. own.Concat(ancestors).Concat(below.Values.SelectMany(ids => ids)).Distinct()],
            Below = below,
            Permissions = catalogue.Of(held.Select(one => one.Role.ToString()).Distinct()),
            Home = account.HomeOrg,
        };
    }

    private DateOnly Today() => UkTime.DateOf(clock.GetUtcNow());
}
