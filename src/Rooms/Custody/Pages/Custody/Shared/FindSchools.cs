using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>The schools in which somebody works by a permission, their own first.</summary>
internal sealed class FindSchools(CustodyReach reach, IOrganisations organisations)
{
    public async Task<IReadOnlyList<OrganisationCard>> OfAsync(Viewer viewer, string permission, CancellationToken stop)
    {
        var places = reach.Places(viewer, permission);
        return [.. (await organisations.AllAsync(stop)).Where(one => places.Contains(one.Id) && one.Kind is (OrganisationKind.School or OrganisationKind.OtherSetting))
            .OrderBy(one => one.Id != viewer.Home).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }
}
