using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>The schools whose records may lie on a viewer's desks, by name; empty for somebody of one school, who needs no choice.</summary>
internal sealed class FindSchools(IOrganisations organisations)
{
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(Viewer viewer, CancellationToken stop)
    {
        var at = IncidentVisibility.DesksOf(viewer).Values.SelectMany(orgs => orgs).ToHashSet();
        if (at.Count < 2) return new Dictionary<Guid, string>();
        return (await organisations.AllAsync(stop)).Where(one => at.Contains(one.Id)).ToDictionary(one => one.Id, one => one.Name);
    }
}
