using Lifeguard.Custody.Model;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>Release, return or disposal.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class EndModel(ItemPages pages, EndItem endItem, TimeProvider clock) : ItemPage(pages, clock)
{
    [BindProperty] public EndingKind? Ending { get; set; }

    [BindProperty] public string? To { get; set; }

    [BindProperty] public string? HowDone { get; set; }

    [BindProperty] public string? PoliceReference { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Ending, nameof(Ending), "Select what becomes of it");
        RequireThat(Ending is null || Enum.IsDefined(Ending.Value), nameof(Ending), NotAnAnswer);
        var to = LineNeeded(To, nameof(To), "The name", "Type the name of whoever received it, or who saw it disposed of");
        var how = LineNeeded(HowDone, nameof(HowDone), "How it was done", "Say how it was done");
        Line(PoliceReference, nameof(PoliceReference), "The reference");
        return await DoAsync(() => endItem.RunAsync(Viewer, Reference, Ending!.Value, to, how, PoliceReference, stop), Back, "It has left the school's hands");
    }
}
