using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>A search of a pupil's device: first whether there is a good reason and whether one may, then what was found, in words.</summary>
[Needs(CustodyPermissions.Confiscate)]
internal sealed class NewModel(FindSchools findSchools, CustodyReach reach, WhoMaySearch whoMaySearch, RecordSearch recordSearch, FindNotices findNotices, IReference reference, TimeProvider clock) : SchoolPage(findSchools, clock)
{
    private const int MostGrounds = 10;

    [FromQuery(Name = "of")] public RandomReference? Of { get; set; }

    [BindProperty] public string? Device { get; set; }

    [BindProperty] public string? Pupil { get; set; }

    [BindProperty] public List<string> Grounds { get; set; } = [];

    [BindProperty] public string? Because { get; set; }

    [BindProperty] public string? Present { get; set; }

    [BindProperty] public DateParts SearchedOn { get; set; }

    [BindProperty] public string? SearchedAt { get; set; }

    [BindProperty] public string? Examined { get; set; }

    [BindProperty] public string? Found { get; set; }

    [BindProperty] public YesNoUnsure? PossibleOffence { get; set; }

    /// <summary>By which right this person may search today; null when they may not.</summary>
    public string? Right { get; private set; }

    public CustodyNotices Notices { get; private set; } = null!;

    public IReadOnlyList<Choice> GroundChoices => reference.Choices(ChoiceList.SearchGrounds);

    protected override string By => CustodyPermissions.Confiscate;

    protected override async Task<bool> LoadSchoolAsync(OrganisationCard school, CancellationToken stop)
    {
        Right = await whoMaySearch.RightOfAsync(Viewer, school.Id, Today, stop);
        Notices = await findNotices.OfAsync(school.Id, stop);
        if (Of is not { } wanted) return true;
        if (await reach.Confiscations(Viewer).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == wanted && one.Org == school.Id, stop) is not { } thing) return false;
        if (!HttpContext.Request.HasFormContentType) (Device, Pupil) = (thing.What, thing.PupilName);
        return true;
    }

    public void OnGet() => (SearchedOn, SearchedAt) = (DateParts.From(Today), UkTime.ForBox(Now));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var device = LineNeeded(Device, nameof(Device), "The device", "Say which device");
        var pupil = LineNeeded(Pupil, nameof(Pupil), "The name", "Say whose device it is");
        RequireThat(Grounds.Count > 0, nameof(Grounds), "Select at least one ground. Without a good reason a device is not searched");
        RequireThat(Grounds.Count <= MostGrounds && Grounds.TrueForAll(key => reference.Choice(ChoiceList.SearchGrounds, key) is not null), nameof(Grounds), NotAnAnswer);
        var because = WordsNeeded(Because, nameof(Because), "The reason", "Say what made you suspect this device");
        var present = LineNeeded(Present, nameof(Present), "Who was present", "Say who was present, or why nobody could be");
        var at = PastMoment(SearchedOn, nameof(SearchedOn), SearchedAt, nameof(SearchedAt), "The day");
        var examined = WordsNeeded(Examined, nameof(Examined), "What was looked at", "Say what was looked at");
        var found = WordsNeeded(Found, nameof(Found), "What was found", "Say in words what was found, or that nothing was");
        Require(PossibleOffence, nameof(PossibleOffence), "Select whether an offence is possible");
        RequireKey();
        if (!ModelState.IsValid) return Page();

        var outcome = await recordSearch.RunAsync(Viewer, School!.Id, new SearchAnswers
        {
            Id = Submission,
            Device = device,
            PupilName = pupil,
            Grounds = [.. Grounds.Distinct()],
            Because = because,
            Present = present,
            SearchedAt = at!.Value,
            Examined = examined,
            Found = found,
            PossibleOffence = PossibleOffence!.Value,
        }, Of, stop);
        if (!outcome.IsDone) return Answer(outcome, Page);
        var made = await (await reach.SearchesAsync(Viewer, stop)).Where(one => one.Id == Submission).Select(one => (RandomReference?)one.Reference).SingleOrDefaultAsync(stop);
        return RedirectWithBanner(made is { } search ? Links.Search(search, "decide") : Links.Searches, "The search is written down. Now decide what becomes of what was found");
    }
}
