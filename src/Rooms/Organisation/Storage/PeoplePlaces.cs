using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;

namespace Lifeguard.Organisation.Storage;

/// <summary>
/// Where somebody keeps people or gives roles: the organisations of their own seats, and those below them. A trust's administrator looks
/// after the people of its schools, whose rows are otherwise closed to them; so the wall is opened for that piece of work, after the
/// permission was asked.
/// </summary>
internal sealed class PeoplePlaces(IOrganisations organisations, OrganisationScope scope)
{
    public async Task<IReadOnlyList<Guid>> OpenAsync(Viewer viewer, string permission, CancellationToken stop)
    {
        var places = await organisations.WithDescendantsAsync(OrganisationPermissions.PlacesOf(viewer, permission), stop);
        scope.For(viewer.Organisations.Concat(places).Distinct());
        return places;
    }
}
