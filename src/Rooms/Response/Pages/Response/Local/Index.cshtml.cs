using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>Every flow, and how far it reads differently for the schools of one organisation.</summary>
[Needs(ResponsePermissions.Local)]
internal sealed class IndexModel(FindLocal findLocal) : PlacePage
{
    [FromQuery(Name = "of")] public Guid? Of { get; set; }

    public IReadOnlyList<(FlowGroup Group, IReadOnlyList<LocalInShort> Flows)> Groups { get; private set; } = [];

    /// <summary>For whom it holds.</summary>
    public IReadOnlyList<string> Schools { get; private set; } = [];

    protected override Guid? Wanted => Of;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => findLocal.PlacesAsync(Viewer, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        Groups = await findLocal.ListAsync(place.Id, stop);
        Schools = await findLocal.SchoolsAsync(place.Id, stop);
        return true;
    }
}
