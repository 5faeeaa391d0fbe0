using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Incidents.Pages.Incidents.Conduct;

/// <summary>What was decided about conduct in a school year, category by category and without names: whether like cases were decided alike.</summary>
[Needs(IncidentPermissions.DecideSanctions)]
internal sealed class DecisionsModel(FindDecisions find, IPlaces places, TimeProvider clock) : PlacePage
{
    [FromQuery(Name = "of")] public Guid? Of { get; set; }

    /// <summary>The year in which the school year began.</summary>
    [FromQuery(Name = "year")] public int? Year { get; set; }

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public IReadOnlyList<ComparedCategory> Categories { get; private set; } = [];

    public string YearInWords => InWords(Shown);

    public int Shown { get; private set; }

    protected override Guid? Wanted => Of;

    public static IReadOnlyList<Bar> BarsOf(ComparedCategory category) => [.. category.Groups.Select(group => new Bar(InWords(group), category.Decisions.Count(one => one.Group == group)))];

    public static string InWords(string group) => group.Length == 0 ? "Others" : group.Length <= 2 ? $"Year {group}" : group;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => places.CardsAsync(Viewer, IncidentPermissions.DecideSanctions, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        var years = await find.YearsAsync(Viewer, place.Id, UkTime.DateOf(clock.GetUtcNow()), stop);
        // A year in which nothing was or could be decided is no page.
        if (Year is { } wanted && !years.Contains(wanted)) return false;
        Shown = Year ?? years[0];
        Years = [.. years.Select(one => new SelectListItem(InWords(one), $"{one}"))];
        Categories = await find.OfAsync(Viewer, place.Id, Shown, stop);
        return true;
    }

    private static string InWords(int year) => $"{year} to {year + 1}";
}
