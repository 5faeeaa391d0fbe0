using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.Settings;

/// <summary>Every choice in which schools differ, as it stands here and who made it.</summary>
[Needs(OrganisationPermissions.Settings)]
internal sealed class IndexModel(IPlaces places, FindSettings findSettings) : PlacePage
{
    [FromQuery(Name = "of")] public Guid? Of { get; set; }

    public IReadOnlyList<SettledAs> Found { get; private set; } = [];

    protected override Guid? Wanted => Of;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => places.CardsAsync(Viewer, OrganisationPermissions.Settings, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        Found = await findSettings.ListAsync(place, stop);
        return true;
    }
}
