using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Numbers;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Duties.Pages.Duties;

/// <summary>
/// What is missing before the clocks run right and everybody is shown the right number. It stays on the home page of those who can
/// enter it, as long as it is missing.
/// </summary>
internal sealed class SetUpPanel(FindPlaces findPlaces, ITermDates termDates, IAgencies agencies, TimeProvider clock) : IHomePanel
{
    // A year ends in July and the next is known by then.
    private const int DaysAhead = 45;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(DutyPermissions.SetUp)) return [];

        var today = UkTime.DateOf(clock.GetUtcNow());
        var schools = await findPlaces.SchoolsAsync(viewer, stop);
        var ids = schools.Select(one => one.Id).ToList();
        var (lastDays, numbers) = (await termDates.LastDaysAsync(ids, stop), await agencies.ForEachAsync(ids, stop));
        List<OrganisationCard> guessed = [], ending = [], missing = [], stale = [];
        foreach (var school in schools)
        {
            if (!lastDays.TryGetValue(school.Id, out var last) || last < today) guessed.Add(school);
            else if (last < today.AddDays(DaysAhead)) ending.Add(school);

            var known = numbers[school.Id];
            if (LocalNumbers.Needed.Any(kind => known.All(one => one.Kind != kind))) missing.Add(school);
            else if (known.Any(one => LocalNumbers.IsDue(one.VerifiedOn, today))) stale.Add(school);
        }

        return
        [
            .. Line(guessed, "Enter the terms: until then a usual year is assumed, and clocks may count the wrong days", Links.YearOf, WaitingUrgency.Today),
            .. Line(ending, "The school year ends soon: enter the next one", Links.YearOf, WaitingUrgency.Open),
            .. Line(missing, "Enter the numbers of social care, its out-of-hours team and the authority's designated officer: nobody is shown them", Links.NumbersOf, WaitingUrgency.Today),
            .. Line(stale, "Check the local numbers: nobody has said for a year that they are right", Links.NumbersOf, WaitingUrgency.Open),
        ];
    }

    private static IEnumerable<Waiting> Line(List<OrganisationCard> schools, string text, Func<Guid, string> href, WaitingUrgency urgency) => schools switch
    {
        [] => [],
        [var one] => [new Waiting($"{one.Name}. {text}", href(one.Id), urgency)],
        [var first, ..] => [new Waiting($"{schools.Count} schools, {first.Name} first. {text}", href(first.Id), urgency)],
    };
}
