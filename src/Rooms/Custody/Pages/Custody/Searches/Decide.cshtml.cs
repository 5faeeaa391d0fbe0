using Lifeguard.Custody.Model;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>Whoever searched decides first, together with the safeguarding lead or a senior leader, who then confirms it.</summary>
[Needs(CustodyPermissions.Confiscate)]
internal sealed class DecideModel(SearchPages pages, DecideSearch decideSearch, TimeProvider clock) : SearchPage(pages, clock)
{
    [BindProperty] public bool Deletes { get; set; }

    [BindProperty] public bool KeepsForDiscipline { get; set; }

    [BindProperty] public bool KeepsAsEvidence { get; set; }

    [BindProperty] public bool TellsPolice { get; set; }

    [BindProperty] public string? Because { get; set; }

    public bool MayDelete => Search.PossibleOffence is YesNoUnsure.No;

    protected override bool IsThere => IsSearcher;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var because = WordsNeeded(Because, nameof(Because), "The reason", "Say why, and with whom you decided");
        return await DoAsync(() => decideSearch.DecideAsync(Viewer, Reference, Deletes, KeepsForDiscipline, KeepsAsEvidence, TellsPolice, because, stop), Back, "Decided. The second person confirms it under their own name");
    }
}
