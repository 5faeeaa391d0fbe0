using Lifeguard.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Left without sending: until when it is kept, how to come back, and how to be rid of it. Of a draft that was sent it leads to the receipt.</summary>
internal sealed class KeptModel(DraftDoor door, Drafts drafts) : RaisePage(door, drafts)
{
    public override string Step => RaiseJourney.Kept;

    public string GoOnHref => Here(RaiseJourney.FirstOpen(Answers) ?? RaiseJourney.Check);

    public string KeptUntil => UkTime.WithWeekday(UkTime.DateOf(Draft.Stored.KeptUntil));

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken stop)
    {
        if (Away() is { } away) return away;
        if (!Draft.MayWrite) return BadRequest();
        await Drafts.DeleteAsync(Draft.Stored, stop);
        DraftKeys.Take(HttpContext, Draft.Stored.Reference);
        return RedirectWithBanner(Links.Report, "What you wrote was deleted. Nothing was sent.");
    }

    protected override void Show(RaiseAnswers answers)
    {
    }

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers;

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [];
}
