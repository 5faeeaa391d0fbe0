using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>A page of one item.</summary>
internal abstract class ItemPage(ItemPages pages, TimeProvider clock) : CustodyPage(clock)
{
    [FromRoute] public RandomReference Reference { get; set; }

    public Item Item { get; private set; } = null!;

    public bool Leads => ItemPages.Leads(Viewer, Item);

    /// <summary>Whose it is, in words, for whoever may read it.</summary>
    public string? Whose => Leads || Item.TakenInBy == Viewer.IdentityId
        ? Item.Belonging.InWords() + (Item.OwnerName is { } name ? $": {name}" : "") : null;

    public string Back => Links.Item(Reference);

    /// <summary>Whether the page is there only for whoever answers for the item.</summary>
    protected virtual bool ForLeads => false;

    protected virtual string How => "opened";

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.FindAsync(Viewer, Reference, stop) is not { } item) return false;
        Item = item;
        if (ForLeads && !Leads) return false;
        if (HttpMethods.IsGet(Request.Method)) await pages.NoteReadingAsync(Viewer, item, How, stop);
        return await LoadItemAsync(stop);
    }

    protected virtual Task<bool> LoadItemAsync(CancellationToken stop) => Task.FromResult(true);
}
