using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>What the police say of an item.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class AdviceModel(ItemPages pages, AnswerForItem answerForItem, TimeProvider clock) : ItemPage(pages, clock)
{
    [BindProperty] public string? Officer { get; set; }

    [BindProperty] public string? PoliceReference { get; set; }

    [BindProperty] public bool? MayBeReleased { get; set; }

    [BindProperty] public string? Says { get; set; }

    protected override bool ForLeads => true;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var officer = LineNeeded(Officer, nameof(Officer), "The name", "Say whom you spoke to: name and rank or post");
        var number = LineNeeded(PoliceReference, nameof(PoliceReference), "The reference", "Write down the police reference");
        Require(MayBeReleased, nameof(MayBeReleased), "Select whether the item may be released");
        var says = WordsNeeded(Says, nameof(Says), "What they said", "Write down what they said");
        return await DoAsync(() => answerForItem.PoliceAsync(Viewer, Reference, officer, number, MayBeReleased!.Value, says, stop), Back, "The advice is recorded");
    }
}
