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
internal sealed class AnswerModel(AnswerReferral answerReferral, IReference reference, Store store, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public string? Result { get; set; }
    [BindProperty] public string? Said { get; set; }
    [BindProperty] public DateParts HeardOn { get; set; }

    public Referral? Referral { get; private set; }

    public IReadOnlyList<Choice> Results => reference.Choices(ChoiceList.ReferralOutcomes);

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Referral = await store.Set<Referral>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id && one.IncidentId == heading.Id, stop);
        return Referral is { IsDecisionNotTo: false };
    }

    public void OnGet() => HeardOn = DateParts.From(UkTime.DateOf(clock.GetUtcNow()));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = ChosenOne(reference, ChoiceList.ReferralOutcomes, Result, nameof(Result), "Select what came of it");
        var said = Words(Said, nameof(Said), FewSentences, "What they said");
        var on = PastDay(HeardOn, nameof(HeardOn), "The day of the answer", UkTime.DateOf(clock.GetUtcNow()));
        if (!ModelState.IsValid) return Page();

        return Answer(
            await OnceAsync(() => answerReferral.RunAsync(Viewer, Reference, Id, result!.Key, said, on!.Value, stop), stop),
            () => RedirectWithBanner(Back, "The answer is recorded"));
    }
}
