using Lifeguard.Organisation.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>A page about one flow as one organisation settles it.</summary>
internal abstract class LocalPage(FindLocal findLocal) : PlacePage
{
    [FromQuery(Name = "of")] public Guid? Of { get; set; }

    [FromRoute(Name = "flow")] public string Id { get; set; } = "";

    /// <summary>The draft's version as the form was shown with it.</summary>
    [BindProperty] public uint Seen { get; set; }

    public LocalSeen Local { get; private set; } = null!;

    public string List => Links.LocalOf(Place!.Id);

    public string FlowPage => Links.Local(Id, Place!.Id);

    public string Preview => Links.LocalPreview(Id, Place!.Id);

    protected sealed override Guid? Wanted => Of;

    protected sealed override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => findLocal.PlacesAsync(Viewer, stop);

    protected sealed override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        if (await findLocal.OneAsync(place, Id, stop) is not { } local) return false;

        Local = local;
        return await LoadLocalAsync(stop);
    }

    protected virtual Task<bool> LoadLocalAsync(CancellationToken stop) => Task.FromResult(true);

    /// <summary>After "changed meanwhile" the form goes on from what stands there now: sending it again says that it was read.</summary>
    protected void SeeAgain()
    {
        ModelState.Remove(nameof(Seen));
        Seen = Local.Version;
    }
}
