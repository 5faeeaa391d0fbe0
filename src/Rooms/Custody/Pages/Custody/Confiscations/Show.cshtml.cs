using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Confiscations;

/// <summary>One confiscated thing: where it is kept, giving it back, and telling a parent.</summary>
[Needs(CustodyPermissions.Confiscate)]
internal sealed class ShowModel(ConfiscationPages pages, ReturnThing returnThing, FindHistory findHistory, FindNotices findNotices, IReference reference, TimeProvider clock) : CustodyPage(clock)
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public bool? ToParent { get; set; }

    [BindProperty] public string? ReceivedBy { get; set; }

    [BindProperty] public string? NowKept { get; set; }

    [BindProperty] public bool AtOffice { get; set; }

    [BindProperty] public string? Whom { get; set; }

    [BindProperty] public string? HowTold { get; set; }

    public Confiscation Thing { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public CustodyNotices Notices { get; private set; } = null!;

    public string Because => (reference.Choice(ChoiceList.ConfiscationReasons, Thing.Reason)?.Label ?? Thing.Reason) + (Thing.ReasonWords is { } words ? $": {words}" : "");

    public bool IsOverdue => Thing.IsOpen && Thing.DueAt < Now;

    private string Here => Links.Confiscation(Reference);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.FindAsync(Viewer, Reference, stop) is not { } thing) return false;
        Thing = thing;
        if (HttpMethods.IsGet(Request.Method))
        {
            AtOffice = thing.AtOffice;
            await pages.NoteReadingAsync(Viewer, thing, stop);
        }

        History = await findHistory.OfAsync(thing.Ref, whole: false, readings: true, stop);
        Notices = await findNotices.OfAsync(thing.Org, stop);
        return true;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(ToParent, nameof(ToParent), "Select to whom it was given");
        var by = LineNeeded(ReceivedBy, nameof(ReceivedBy), "The name", "Type the name of whoever received it");
        return DoAsync(() => returnThing.RunAsync(Viewer, Reference, ToParent!.Value, by, stop), Here, "It is given back");
    }

    public Task<IActionResult> OnPostMovedAsync(CancellationToken stop)
    {
        var where = LineNeeded(NowKept, nameof(NowKept), "Where it is kept", "Say where it is kept now");
        return DoAsync(() => returnThing.MoveAsync(Viewer, Reference, where, AtOffice, stop), Here, "It is written down where it is kept");
    }

    public Task<IActionResult> OnPostToldAsync(CancellationToken stop)
    {
        var whom = LineNeeded(Whom, nameof(Whom), "The name", "Say which parent was told");
        var how = LineNeeded(HowTold, nameof(HowTold), "How", "Say how they were told");
        return DoAsync(() => returnThing.TellAsync(Viewer, Reference, whom, how, stop), Here, "It is written down that a parent was told");
    }
}
