using System.Globalization;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Duties.Pages.Duties.Year;

/// <summary>The days on which a school has pupils and the hours in which somebody reads: what every clock counts.</summary>
[Needs(DutyPermissions.SetUp)]
internal sealed class YearModel(FindPlaces findPlaces, ITermDates termDates, IWorkingTime workingTime, ChangeYear changeYear, SetSchoolHours setHours, TimeProvider clock) : PlacePage
{
    private const int LongestYears = 3;
    private const string DayForm = "yyyy-MM-dd";

    [FromQuery(Name = "school")] public Guid? SchoolId { get; set; }

    [BindProperty] public TermPeriodKind? Kind { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public DateParts First { get; set; }

    [BindProperty] public DateParts Last { get; set; }

    [BindProperty] public string? Hours { get; set; }

    /// <summary>The period that is taken out: kind, days and name, as its row shows it.</summary>
    [BindProperty] public string? Period { get; set; }

    public IReadOnlyList<TermPeriod> Periods { get; private set; } = [];

    public SchoolCalendar? Calendar { get; private set; }

    public DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    public string Here => Links.YearOf(Place?.Id ?? Guid.Empty);

    protected override Guid? Wanted => SchoolId;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => findPlaces.SchoolsAsync(Viewer, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        Periods = await termDates.ListAsync(place.Id, stop);
        Calendar = await workingTime.ForAsync(place.Id, stop);
        return true;
    }

    public void OnGet() => Hours = Calendar?.Hours.ToString();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Hours = Calendar?.Hours.ToString();
        Require(Kind, nameof(Kind), "Select whether the school has pupils on these days");
        Require(Name, nameof(Name), "Give the period a name, such as Autumn term, first half");
        RequireWithin(Name, Model.Refusals.LongestName, nameof(Name), "The name");
        var first = RequireDay(First, nameof(First), "The first day");
        var last = RequireDay(Last, nameof(Last), "The last day");
        RequireThat(first is null || last is null || last >= first, nameof(Last), "The last day must not be before the first");
        RequireThat(last is null || Math.Abs(last.Value.Year - Today.Year) <= LongestYears, nameof(Last), $"The last day must be within {LongestYears} years");
        RequireThat(first is null || Math.Abs(first.Value.Year - Today.Year) <= LongestYears, nameof(First), $"The first day must be within {LongestYears} years");
        if (!ModelState.IsValid) return Page();

        var outcome = await changeYear.AddAsync(Viewer, Place!.Id, new TermPeriod(Kind!.Value, Name!, first!.Value, last!.Value), stop);
        return Answer(outcome, () => RedirectWithBanner(Here, "The school year is changed. Clocks that count school time count it from now"));
    }

    public async Task<IActionResult> OnPostTakeOutAsync(CancellationToken stop)
    {
        Hours = Calendar?.Hours.ToString();
        var period = Periods.FirstOrDefault(one => KeyOf(one) == Period);
        var outcome = period is null ? Outcome.Done : await changeYear.TakeOutAsync(Viewer, Place!.Id, period, stop);
        return Answer(outcome, () => RedirectWithBanner(Here, "Taken out"));
    }

    public async Task<IActionResult> OnPostHoursAsync(CancellationToken stop)
    {
        RequireWithin(Hours, 200, nameof(Hours), "The hours");
        if (!OpeningHours.TryParse(Hours, out var hours, out var fault)) ModelState.AddModelError(nameof(Hours), fault);
        if (!ModelState.IsValid) return Page();

        var outcome = await setHours.RunAsync(Viewer, Place!.Id, hours!, stop);
        return Answer(outcome, () => RedirectWithBanner(Here, "The hours are set"));
    }

    public static string KeyOf(TermPeriod period) =>
        $"{period.Kind} {period.First.ToString(DayForm, CultureInfo.InvariantCulture)} {period.Last.ToString(DayForm, CultureInfo.InvariantCulture)} {period.Name}";
}
