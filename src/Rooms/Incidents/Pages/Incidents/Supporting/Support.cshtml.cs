using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Supporting;

[Needs(IncidentPermissions.Work)]
internal sealed class SupportModel(RecordSupport recordSupport, IReference reference, Store store, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    /// <summary>The plan from which somebody came.</summary>
    [FromQuery] public Guid? Run { get; set; }

    [BindProperty] public Guid? Person { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Detail { get; set; }
    [BindProperty] public SupportState? State { get; set; }
    [BindProperty] public string? By { get; set; }
    [BindProperty] public DateParts On { get; set; }
    [BindProperty] public DateParts ReviewOn { get; set; }

    public IReadOnlyList<Involvement> People { get; private set; } = [];

    public IReadOnlyList<Support> Recorded { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => reference.Choices(ChoiceList.SupportKinds).Select(kind => new SelectListItem(kind.Label, kind.Key));

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        var people = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == heading.Id && one.RemovedAt == null).ToListAsync(stop);
        People = [.. people.OrderByDescending(OpenMatters.NeedsSupport).ThenBy(one => one.Part).ThenBy(one => one.Id)];
        Recorded = await store.Set<Support>().AsNoTracking().Where(one => one.IncidentId == heading.Id).OrderBy(one => one.On).ToListAsync(stop);
        return true;
    }

    public void OnGet()
    {
        On = DateParts.From(UkTime.DateOf(clock.GetUtcNow()));
        if (People.Where(one => OpenMatters.NeedsSupport(one) && Recorded.All(support => support.InvolvementId != one.Id)).ToList() is [var only]) Person = only.Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Person, nameof(Person), "Select the person");
        Demand(Person is null || People.Any(one => one.Id == Person), nameof(Person));
        var kind = ChosenOne(reference, ChoiceList.SupportKinds, Kind, nameof(Kind), "Select the kind of support");
        var detail = Words(Detail, nameof(Detail), FewSentences, "What the support is");
        RequireThat(kind is not { NeedsWords: true } || detail is not null, nameof(Detail), "Say what the support is");
        Require(State, nameof(State), "Select whether it was offered, given or declined");
        var by = WordsNeeded(By, nameof(By), OneLine, "Who gives or offers the support", "Say who gives or offers the support");
        var today = UkTime.DateOf(clock.GetUtcNow());
        var on = PastDay(On, nameof(On), "The day", today);
        var review = ReviewOn.IsEmpty ? null : ComingDay(ReviewOn, nameof(ReviewOn), "The day it is looked at again", today);
        if (!ModelState.IsValid) return Page();

        var answers = new SupportAnswers(Person!.Value, kind!.Key, detail, State!.Value, by!, on!.Value, review);
        return Answer(await OnceAsync(() => recordSupport.RunAsync(Viewer, Reference, answers, stop), stop), () => RedirectWithBanner(BackTo(Run), "The support is recorded"));
    }

    public string KindInWords(string key) => reference.Choice(ChoiceList.SupportKinds, key)?.Label ?? key;
}
