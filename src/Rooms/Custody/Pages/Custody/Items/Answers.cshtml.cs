using Lifeguard.Custody.Model;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>The safeguarding lead's answers about an item. Two forms: the one is asked in the first minute, the other may wait for the police.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class AnswersModel(ItemPages pages, AnswerForItem answerForItem, TimeProvider clock) : ItemPage(pages, clock)
{
    [BindProperty] public YesNoUnsure? SafeToStop { get; set; }

    [BindProperty] public YesNoUnsure? LeavesChildExposed { get; set; }

    [BindProperty] public bool? Possible { get; set; }

    [BindProperty] public string? Because { get; set; }

    protected override bool ForLeads => true;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(SafeToStop, nameof(SafeToStop), "Select whether it is safe and possible to stop its use");
        Require(LeavesChildExposed, nameof(LeavesChildExposed), "Select whether leaving it in use exposes a child");
        return await DoAsync(() => answerForItem.SafetyAsync(Viewer, Reference, SafeToStop!.Value, LeavesChildExposed!.Value, stop), Back, "Your answer stands on the item");
    }

    public async Task<IActionResult> OnPostOffenceAsync(CancellationToken stop)
    {
        Require(Possible, nameof(Possible), "Select whether a possible offence is in question");
        var because = WordsNeeded(Because, nameof(Because), "The reason", "Say why, or whom you asked");
        return await DoAsync(() => answerForItem.OffenceAsync(Viewer, Reference, Possible!.Value, because, stop), Back, "Your answer stands on the item");
    }
}
