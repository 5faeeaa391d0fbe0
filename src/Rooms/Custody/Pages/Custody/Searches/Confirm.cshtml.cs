using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>The second of two says under their own name whether they agree.</summary>
[Needs(CustodyPermissions.Register)]
internal sealed class ConfirmModel(SearchPages pages, DecideSearch decideSearch, TimeProvider clock) : SearchPage(pages, clock)
{
    [BindProperty] public bool? Agrees { get; set; }

    [BindProperty] public bool SeesOffence { get; set; }

    [BindProperty] public string? Because { get; set; }

    protected override bool IsThere => MayConfirm;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Agrees, nameof(Agrees), "Select whether you agree");
        var because = WordsNeeded(Because, nameof(Because), "The reason", "Say why");
        return await DoAsync(() => decideSearch.ConfirmAsync(Viewer, Reference, Agrees!.Value, SeesOffence, because, stop), Back, Agrees is true ? "You confirmed it" : "You did not agree: whoever searched decides again");
    }
}
