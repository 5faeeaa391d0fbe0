using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Conduct;

/// <summary>The school's matrix of conduct: what belongs in each category, and what may be decided.</summary>
[Needs(IncidentPermissions.DecideSanctions)]
internal sealed class IndexModel(FindMatrix findMatrix, ApproveMatrix approveMatrix, IPlaces places) : PlacePage
{
    [FromQuery(Name = "of")] public Guid? Of { get; set; }

    /// <summary>Null until a head has approved one.</summary>
    public ConductMatrix? Matrix { get; private set; }

    public IReadOnlyList<ConductCategory> Categories => Matrix?.Categories ?? ConductMatrix.Usually;

    public string Here => Links.ConductOf(Place?.Id ?? Guid.Empty);

    protected override Guid? Wanted => Of;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => places.CardsAsync(Viewer, IncidentPermissions.DecideSanctions, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        Matrix = await findMatrix.OfAsync(place.Id, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        Answer(await approveMatrix.RunAsync(Viewer, Place!.Id, null, stop), () => RedirectWithBanner(Here, "The matrix of conduct is approved"));
}
