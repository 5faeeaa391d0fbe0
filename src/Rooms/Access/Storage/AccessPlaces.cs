using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;

namespace Lifeguard.Access.Storage;

/// <summary>
/// Where somebody gives access: the organisations of their own seats, and those below them. A trust's administrator invites the people of
/// its schools, whose rows are otherwise closed to them; so the wall is opened for that piece of work, after the permission was asked.
/// </summary>
internal sealed class AccessPlaces(IOrganisations organisations, OrganisationScope scope)
{
    public async Task<IReadOnlyList<Guid>> OpenAsync(Viewer viewer, string permission, CancellationToken stop)
    {
        var places = await organisations.WithDescendantsAsync(AccessPermissions.Places(viewer, permission), stop);
        scope.For(viewer.Organisations.Concat(places).Distinct());
        return places;
    }

    /// <summary>The roles in which this viewer gives access there: their own there, and those they hold above it.</summary>
    public async Task<IReadOnlyList<Role>> RolesAtAsync(Viewer viewer, Guid organisation, CancellationToken stop)
    {
        var above = (await organisations.AncestorsAsync(organisation, stop)).Select(one => one.Id).Append(organisation).ToList();
        return [.. viewer.Seats.Where(seat => above.Contains(seat.Organisation)).Select(seat => Enum.Parse<Role>(seat.Role))];
    }
}
