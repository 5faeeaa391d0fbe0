using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Confiscations;

/// <summary>One short page, for a phone in a corridor: what, whose, why, where it is kept, until when.</summary>
[Needs(CustodyPermissions.Confiscate)]
internal sealed class NewModel(FindSchools findSchools, CustodyReach reach, TakeThing takeThing, IReference reference, IWorkingTime workingTime, TimeProvider clock) : SchoolPage(findSchools, clock)
{
    private const int LongestMonths = 12;

    [BindProperty] public string? What { get; set; }

    [BindProperty] public string? Pupil { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public string? ReasonWords { get; set; }

    [BindProperty] public string? KeptWhere { get; set; }

    [BindProperty] public bool AtOffice { get; set; }

    [BindProperty] public DateParts DueOn { get; set; }

    [BindProperty] public string? DueAt { get; set; }

    [BindProperty] public string? ToldWho { get; set; }

    public IEnumerable<SelectListItem> Reasons => reference.Choices(ChoiceList.ConfiscationReasons).Select(one => new SelectListItem(one.Label, one.Key));

    protected override string By => CustodyPermissions.Confiscate;

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (School is null) return;
        // Until the end of this school day, as most policies have it.
        var due = (await workingTime.ForAsync(School.Id, stop)).SameDay(Now);
        (DueOn, DueAt) = (DateParts.From(UkTime.DateOf(due)), UkTime.ForBox(due));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var what = LineNeeded(What, nameof(What), "What it is", "Say what you took");
        var pupil = LineNeeded(Pupil, nameof(Pupil), "The name", "Say whose it is");
        Require(Reason, nameof(Reason), "Choose why");
        var chosen = Reason is { } key ? reference.Choice(ChoiceList.ConfiscationReasons, key) : null;
        RequireThat(Reason is null || chosen is not null, nameof(Reason), NotAnAnswer);
        if (chosen is { NeedsWords: true }) Require(ReasonWords, nameof(ReasonWords), "Say why in a few words");
        Line(ReasonWords, nameof(ReasonWords), "The reason");
        var where = LineNeeded(KeptWhere, nameof(KeptWhere), "Where it is kept", "Say where it is kept");
        Line(ToldWho, nameof(ToldWho), "This answer");
        var due = Due();
        RequireKey();
        if (!ModelState.IsValid) return Page();

        var outcome = await takeThing.RunAsync(Viewer, School!.Id, new ThingAnswers(Submission, what, pupil, Reason!, ReasonWords, where, AtOffice, due!.Value, ToldWho), stop);
        if (!outcome.IsDone) return Answer(outcome, Page);
        var made = await reach.Confiscations(Viewer).Where(one => one.Id == Submission).Select(one => (RandomReference?)one.Reference).SingleOrDefaultAsync(stop);
        return RedirectWithBanner(made is { } thing ? Links.Confiscation(thing) : Links.Confiscations, "It is written down");
    }

    private DateTimeOffset? Due()
    {
        var day = RequireDay(DueOn, nameof(DueOn), "The day");
        var time = UkTime.ReadTime(DueAt);
        RequireThat(time is not null, nameof(DueAt), "Enter the time, such as 15:30");
        RequireThat(day is null || (day >= Today && day <= Today.AddMonths(LongestMonths)), nameof(DueOn), "The day must be today or later, and within a year");
        return ModelState.IsValid ? UkTime.First(day!.Value.ToDateTime(time!.Value)) : null;
    }
}
