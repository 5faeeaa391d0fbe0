using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

[Needs(CustodyPermissions.Keep)]
internal sealed class IsolateModel(ItemPages pages, IsolateDevice isolateDevice, TimeProvider clock) : ItemPage(pages, clock)
{
    [BindProperty] public YesNoUnsure? SafeToStop { get; set; }

    [BindProperty] public YesNoUnsure? LeavesChildExposed { get; set; }

    [BindProperty] public string? AnsweredBy { get; set; }

    [BindProperty] public string? IsolatedBy { get; set; }

    [BindProperty] public DateParts IsolatedOn { get; set; }

    [BindProperty] public string? IsolatedAt { get; set; }

    [BindProperty] public string? HowDone { get; set; }

    /// <summary>The lead's answers do not stand yet, or they said that it must wait.</summary>
    public bool Asks => Item.Safety is not { SafeToStop: YesNoUnsure.Yes };

    public void OnGet() => (IsolatedBy, IsolatedOn, IsolatedAt) = (Viewer.Name, DateParts.From(Today), UkTime.ForBox(Now));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Asks)
        {
            Require(SafeToStop, nameof(SafeToStop), "Select what the safeguarding lead answered: is it safe and possible to stop its use?");
            Require(LeavesChildExposed, nameof(LeavesChildExposed), "Select what the safeguarding lead answered: does leaving it expose a child?");
            LineNeeded(AnsweredBy, nameof(AnsweredBy), "The name", "Say who of the safeguarding team answered");
        }

        var by = LineNeeded(IsolatedBy, nameof(IsolatedBy), "The name", "Say who isolated it");
        var at = PastMoment(IsolatedOn, nameof(IsolatedOn), IsolatedAt, nameof(IsolatedAt), "The day");
        var how = LineNeeded(HowDone, nameof(HowDone), "How it was isolated", "Say how it was isolated");
        if (!ModelState.IsValid) return Page();

        var answers = Asks ? new SafetyAnswers(SafeToStop!.Value, LeavesChildExposed!.Value, AnsweredBy!, Now) : null;
        return Answer(await isolateDevice.RunAsync(Viewer, Reference, answers, new Isolation(by, at!.Value, how), stop), () => RedirectWithBanner(Back, "It is isolated: nobody uses it"));
    }
}
