using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Close;

[Needs(IncidentPermissions.Work)]
internal sealed class CloseModel(CloseIncident closeIncident, FindOpenMatters findOpen, IReference reference, Store store, Meanwhile meanwhile, IncidentPages pages, TimeProvider clock)
    : RecordPage(pages)
{
    private const string AllegationsOnly = "allegation";

    [BindProperty] public Seen Seen { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Outcome { get; set; }
    [BindProperty] public string? Lessons { get; set; }

    public Merge? Merge { get; private set; }

    /// <summary>What stands in the way: of the usual way before anything is chosen, then of the way that was tried.</summary>
    public IReadOnlyList<Refusal> InTheWay { get; private set; } = [];

    public bool WasTried { get; private set; }

    public IEnumerable<Choice> UsualReasons => Reasons.Where(reason => !ClosingRule.EndsBeforeAnIncident(reason.Key));

    public IEnumerable<Choice> ShortReasons => Reasons.Where(reason => ClosingRule.EndsBeforeAnIncident(reason.Key));

    private IEnumerable<Choice> Reasons => reference.Choices(ChoiceList.ClosingReasons).Where(reason => reason.For != AllegationsOnly || Heading!.RecordKind == RecordKind.Allegation);

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop);
        var asIfWritten = new Closure("", "said", "said", Viewer.IdentityId, Viewer.Name, clock.GetUtcNow());
        InTheWay = ClosingRule.Missing(incident, asIfWritten, await findOpen.OfAsync(incident, stop));
        return true;
    }

    public void OnGet() => Seen = meanwhile.SeenOf(Heading!);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var reason = ChosenOne(reference, ChoiceList.ClosingReasons, Reason, nameof(Reason), "Select why the record is closed");
        Demand(reason is null || Reasons.Contains(reason), nameof(Reason));
        var outcome = WordsNeeded(Outcome, nameof(Outcome), FewSentences, "The outcome", "Say what the outcome is");
        var lessons = Words(Lessons, nameof(Lessons), FewSentences, "What was learnt");
        RequireThat(lessons is not null || reason is null || ClosingRule.EndsBeforeAnIncident(reason.Key), nameof(Lessons), "Say what was learnt, also when nothing was");
        if (!ModelState.IsValid) return Page();

        var result = await OnceAsync(() => closeIncident.RunAsync(Viewer, Reference, Seen, reason!.Key, outcome!, lessons ?? "", stop), stop);
        if (await meanwhile.AfterAsync(Viewer, result, Heading!, Seen, stop) is { } merge) (Merge, Seen) = (merge, merge.Seen);
        (InTheWay, WasTried) = (result.Refusals, true);
        return Answer(result, () => RedirectWithBanner(Back, "The record is closed"));
    }
}
