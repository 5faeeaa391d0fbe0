using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>Somebody whom the item concerns must not learn of it.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class KeepFromModel(ItemPages pages, AnswerForItem answerForItem, TimeProvider clock) : ItemPage(pages, clock)
{
    [BindProperty] public string? Name { get; set; }

    protected override bool ForLeads => true;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var name = LineNeeded(Name, nameof(Name), "The name", "Type the name of whoever must not learn of it");
        // If the name may be one's own, the item is gone from one's own list as well.
        return await DoAsync(() => answerForItem.KeepFromAsync(Viewer, Reference, name, stop), Links.Custody, "They never learn of the item");
    }
}
