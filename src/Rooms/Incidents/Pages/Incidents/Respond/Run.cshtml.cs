using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Response.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>One question at a time, and beside it what the answers so far ask for.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class RunModel(AnswerQuestion answerQuestion, FindRun findRun, CaseKnows caseKnows, IncidentPages pages, TimeProvider clock) : RunPage(pages, clock)
{
    [FromRoute] public Guid RunId { get; set; }

    /// <summary>The place of the question that is answered again.</summary>
    [FromQuery] public int? Change { get; set; }

    [BindProperty] public string? Question { get; set; }

    [BindProperty] public string? Said { get; set; }

    public RunView View { get; private set; } = null!;

    /// <summary>The question that is asked now; null when there is none, or nobody here may answer it.</summary>
    public GuidedQuestion? Asks { get; private set; }

    public Known? Known { get; private set; }

    public string ItemAt(RunItem item) => Links.PlanItem(Reference, RunId, item.Id);

    protected override async Task<bool> LoadRunAsync(IncidentHeading heading, CancellationToken stop)
    {
        if (await findRun.RunAsync(heading.Id, RunId, stop) is not { } view) return false;

        View = view;
        if (!MayAnswer || view.Run.IsSetAside) return true;
        Asks = Change is { } at && at >= 0 && at < view.Answered.Count ? view.Answered[at].Question : view.Flow.Questions.FirstOrDefault(one => one.Id == view.Plan.Next);
        if (Asks?.Fact is { } fact) Known = await caseKnows.AnswerAsync(Viewer, heading, fact, stop);
        return true;
    }

    public void OnGet()
    {
        if (Asks is null) return;
        Question = Asks.Id;
        Said = View.Plan.Asked.FirstOrDefault(one => one.Question == Asks.Id)?.Answer ?? Known?.Answer;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Said, nameof(Said), "Select an answer, or that you are not sure");
        if (!ModelState.IsValid || Question is null) return Page();

        return Answer(await OnceAsync(() => answerQuestion.RunAsync(Viewer, Reference, RunId, Question, Said!, stop), stop), () => Redirect(To(RunId)));
    }
}
