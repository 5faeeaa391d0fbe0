using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>A page of one search.</summary>
internal abstract class SearchPage(SearchPages pages, TimeProvider clock) : CustodyPage(clock)
{
    [FromRoute] public RandomReference Reference { get; set; }

    public DeviceSearch Search { get; private set; } = null!;

    public bool IsSearcher => Search.SearchedBy == Viewer.IdentityId;

    /// <summary>Whether this person may be the second of the two who decide.</summary>
    public bool MayConfirm => !IsSearcher && CustodyReach.MayConfirm(Viewer, Search.Org);

    public string Back => Links.Search(Reference);

    /// <summary>Whether this part of the search is there for this person.</summary>
    protected virtual bool IsThere => true;

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.FindAsync(Viewer, Reference, stop) is not { } search) return false;
        Search = search;
        if (!IsThere) return false;
        if (HttpMethods.IsGet(Request.Method)) await pages.NoteReadingAsync(Viewer, search, stop);
        return await LoadSearchAsync(stop);
    }

    protected virtual Task<bool> LoadSearchAsync(CancellationToken stop) => Task.FromResult(true);
}
