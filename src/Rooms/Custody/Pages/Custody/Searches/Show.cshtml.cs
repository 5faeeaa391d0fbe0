using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>One search: reasons, what was found, who decided, who was told.</summary>
[Needs(CustodyPermissions.Confiscate)]
internal sealed class ShowModel(SearchPages pages, DecideSearch decideSearch, CustodyReach reach, FindHistory findHistory, FindNotices findNotices, IReference reference, TimeProvider clock) : SearchPage(pages, clock)
{
    [BindProperty] public string? Whom { get; set; }

    [BindProperty] public string? HowTold { get; set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public CustodyNotices Notices { get; private set; } = null!;

    /// <summary>The item that the device became, for whoever may open it.</summary>
    public RandomReference? Item { get; private set; }

    public string Grounds => string.Join("; ", Search.Grounds.Select(key => reference.Choice(ChoiceList.SearchGrounds, key)?.Label ?? key));

    protected override async Task<bool> LoadSearchAsync(CancellationToken stop)
    {
        History = await findHistory.OfAsync(Search.Ref, whole: CustodyReach.ReadsRegister(Viewer, Search.Org), stop);
        Notices = await findNotices.OfAsync(Search.Org, stop);
        if (Search.ItemId is { } id && Viewer.May(CustodyPermissions.Keep)) Item = await (await reach.ItemsAsync(Viewer, stop)).Where(one => one.Id == id).Select(one => (RandomReference?)one.Reference).SingleOrDefaultAsync(stop);
        return true;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var whom = LineNeeded(Whom, nameof(Whom), "The name", "Say which parent was told");
        var how = LineNeeded(HowTold, nameof(HowTold), "How", "Say how they were told");
        return DoAsync(() => decideSearch.TellAsync(Viewer, Reference, whom, how, stop), Back, "It is written down that a parent was told");
    }
}
