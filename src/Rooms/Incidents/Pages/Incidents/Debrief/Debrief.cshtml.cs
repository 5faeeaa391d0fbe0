using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Debrief;

/// <summary>Afterwards: what was learnt, and whether filter, policy, training or teaching must change.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class DebriefModel(RecordDebrief recordDebrief, Store store, IWorkingTime workingTime, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    private const int UsualWorkingDays = 10;

    /// <summary>The plan from which somebody came.</summary>
    [FromQuery] public Guid? Run { get; set; }

    [BindProperty] public DateParts HeldOn { get; set; }
    [BindProperty] public string? TookPart { get; set; }
    [BindProperty] public string? Learnt { get; set; }

    /// <summary>For each place in which something may change, by its order: yes or no.</summary>
    [BindProperty] public string?[] Must { get; set; } = [];

    [BindProperty] public string?[] Change { get; set; } = [];

    [BindProperty] public Guid? Owner { get; set; }

    [BindProperty] public DateParts DueOn { get; set; }

    public static IReadOnlyList<ChangeIn> Places { get; } = Enum.GetValues<ChangeIn>();

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop);
        Owners = [.. (await Pages.ReaderRowsAsync(incident, stop)).OrderByDescending(reader => reader.Identity == Viewer.IdentityId)
            .Select(reader => new SelectListItem($"{reader.Name} ({(reader.Identity == Viewer.IdentityId ? "you" : reader.Because)})", reader.Identity.ToString()))];
        Must = Filled(Must);
        Change = Filled(Change);
        return true;
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        HeldOn = DateParts.From(UkTime.DateOf(now));
        DueOn = DateParts.From(UkTime.DateOf((await workingTime.ForAsync(Heading!.Org, stop)).AfterWorkingDays(now, UsualWorkingDays)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var on = PastDay(HeldOn, nameof(HeldOn), "The day", today);
        var tookPart = WordsNeeded(TookPart, nameof(TookPart), FewSentences, "Who took part", "Say who took part");
        var learnt = WordsNeeded(Learnt, nameof(Learnt), FewSentences, "What was learnt", "Say what was learnt, also when nothing was");
        var wanted = new List<(ChangeIn In, string What)>();
        foreach (var (at, place) in Places.Index())
        {
            var field = $"{nameof(Must)}[{at}]";
            RequireThat(Must[at] is "yes" or "no", field, $"Select whether this must change: {ChangeWords.Of(place).ToLowerInvariant()}");
            if (Must[at] != "yes") continue;
            var what = WordsNeeded(Change[at], $"{nameof(Change)}[{at}]", FewSentences, "What must change", "Say what must change");
            if (what is not null) wanted.Add((place, what));
        }

        var due = wanted.Count == 0 ? null : ComingDay(DueOn, nameof(DueOn), "The day it is due", today);
        if (wanted.Count > 0) Require(Owner, nameof(Owner), "Select who sees to it");
        if (!ModelState.IsValid) return Page();

        var answers = new DebriefAnswers(on!.Value, tookPart!, learnt!, [.. wanted.Select(one => new ChangeToMake(one.In, one.What, Owner!.Value, due!.Value))]);
        return Answer(await OnceAsync(() => recordDebrief.RunAsync(Viewer, Reference, answers, stop), stop), () => RedirectWithBanner(BackTo(Run), "What was learnt is written down"));
    }

    // What the form brings is as long as somebody made it.
    private static string?[] Filled(string?[] typed) => [.. Places.Select((_, at) => typed.ElementAtOrDefault(at))];
}
