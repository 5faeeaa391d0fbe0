using Lifeguard.Duties.Model.Numbers;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Duties.Pages.Duties.Rota;

/// <summary>Who of the safeguarding team is on duty, for one school.</summary>
[Needs(DutyPermissions.SetRota)]
internal sealed class RotaModel(FindRota findRota, SetOnDuty setOnDuty, TakeBackOnDuty takeBack, TimeProvider clock) : PlacePage
{
    private const int LongestAhead = 366;

    [FromQuery(Name = "school")] public Guid? SchoolId { get; set; }

    [BindProperty] public Guid? Person { get; set; }

    [BindProperty] public DateParts First { get; set; }

    [BindProperty] public DateParts Last { get; set; }

    [BindProperty] public OnDutyTimes? Times { get; set; }

    [BindProperty] public string? Telephone { get; set; }

    [BindProperty] public Guid Shift { get; set; }

    public IReadOnlyList<RoleHolder> Team { get; private set; } = [];

    public RotaShown Shown { get; private set; } = new([], [], []);

    /// <summary>The day of duty that runs now: after midnight still the one before.</summary>
    public DateOnly Today => Shown.Days.Count > 0 ? Shown.Days[0].Day : UkTime.DateOf(clock.GetUtcNow());

    public string Here => $"/rota?school={Place?.Id}";

    protected override Guid? Wanted => SchoolId;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => findRota.SchoolsAsync(Viewer, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        Team = await findRota.TeamAsync(place.Id, stop);
        Shown = await findRota.OfAsync(place.Id, stop);
        return true;
    }

    public void OnGet()
    {
        First = DateParts.From(Today);
        Last = First;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Person, nameof(Person), "Select who is on duty");
        var first = RequireDay(First, nameof(First), "The first day");
        var last = RequireDay(Last, nameof(Last), "The last day");
        RequireThat(last is null || last >= Today, nameof(Last), "The last day must be today or later");
        RequireThat(first is null || last is null || last >= first, nameof(Last), "The last day must not be before the first");
        RequireThat(last is null || last <= Today.AddDays(LongestAhead), nameof(Last), "The last day must be within a year");
        Require(Times, nameof(Times), "Select which part of the day");
        RequireThat(Telephone is null || TelephoneNumber.IsOne(Telephone), nameof(Telephone), "Enter a telephone number, such as 01632 960001");
        if (!ModelState.IsValid) return Page();

        var outcome = await setOnDuty.RunAsync(Viewer, Place!.Id, new OnDutyAnswers(Person!.Value, first!.Value, last!.Value, Times!.Value, Telephone), stop);
        return Answer(outcome, () => RedirectWithBanner(Here, "The duty is set"));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop) =>
        Answer(await takeBack.RunAsync(Viewer, Place!.Id, Shift, stop), () => RedirectWithBanner(Here, "The duty is taken back"));
}
