using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Organisation.Contracts;

/// <summary>A page about one organisation, and a choice of others where the viewer looks after several.</summary>
public abstract class PlacePage : RoomPage
{
    /// <summary>Null for somebody who looks after none.</summary>
    public OrganisationCard? Place { get; private set; }

    /// <summary>Empty where there is nothing to choose.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>The one named in the address; without one, the viewer's own.</summary>
    protected abstract Guid? Wanted { get; }

    protected abstract Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop);

    /// <summary>What the page shows of the place; false when it is not there.</summary>
    protected abstract Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop);

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var places = await PlacesAsync(stop);
        if (Wanted is { } wanted && places.All(one => one.Id != wanted)) return false;

        Place = places.FirstOrDefault(one => one.Id == (Wanted ?? Viewer.Home)) ?? places.FirstOrDefault();
        if (places.Count > 1) Places = [.. places.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
        return Place is null ? !HttpMethods.IsPost(Request.Method) : await LoadPlaceAsync(Place, stop);
    }
}
