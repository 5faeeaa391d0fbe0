using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

[Needs(IncidentPermissions.Work)]
internal sealed class AnswerModel(AnswerReferral answerReferral, IReference reference, IWorkingTime workingTime, Store store, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public string? Result { get; set; }
    [BindProperty] public string? Said { get; set; }
    [BindProperty] public DateParts HeardOn { get; set; }
    [BindProperty] public DateParts AskAgainOn { get; set; }

    public Referral? Referral { get; private set; }

    public IReadOnlyList<Choice> Results => reference.Choices(ChoiceList.ReferralOutcomes);

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Referral = await store.Set<Referral>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id && one.IncidentId == heading.Id, stop);
        return Referral is { IsDecisionNotTo: false };
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        HeardOn = DateParts.From(UkTime.DateOf(now));
        AskAgainOn = DateParts.From(await workingTime.AskAgainAsync(Heading!.Org, now, stop));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = ChosenOne(reference, ChoiceList.ReferralOutcomes, Result, nameof(Result), "Select what came of it");
        var said = Words(Said, nameof(Said), FewSentences, "What they said");
        var today = UkTime.DateOf(clock.GetUtcNow());
        var on = PastDay(HeardOn, nameof(HeardOn), "The day of the answer", today);
        var leavesOpen = result is not null && Referral.LeavesOpen(result.Key);
        RequireThat(result is not { Key: Referral.NoAnswer } || said is not null, nameof(Said), "Say why it can wait, and whom you asked");
        var again = leavesOpen ? ComingDay(AskAgainOn, nameof(AskAgainOn), "The day on which you ask again", today) : null;
        if (!ModelState.IsValid) return Page();

        return Answer(
            await OnceAsync(() => answerReferral.RunAsync(Viewer, Reference, Id, new AgencyAnswer(result!.Key, said, on!.Value, again), stop), stop),
            () => RedirectWithBanner(Back, "The answer is recorded"));
    }
}
