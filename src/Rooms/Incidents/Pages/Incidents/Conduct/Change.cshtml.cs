using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Conduct;

/// <summary>One category of the matrix, a line for each example and each option.</summary>
[Needs(IncidentPermissions.DecideSanctions)]
internal sealed class ChangeModel(FindMatrix findMatrix, ApproveMatrix approveMatrix, IPlaces places) : PlacePage
{
    private const int LongestLine = 200;
    private const int MostLines = 20;

    [FromQuery(Name = "of")] public Guid? Of { get; set; }

    [FromRoute(Name = "category")] public string Key { get; set; } = "";

    [BindProperty] public string? Examples { get; set; }

    [BindProperty] public string? Options { get; set; }

    public ConductCategory Category { get; private set; } = null!;

    public string Here => Links.ConductCategory(Key, Place?.Id ?? Guid.Empty);

    protected override Guid? Wanted => Of;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => places.CardsAsync(Viewer, IncidentPermissions.DecideSanctions, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        if (((await findMatrix.OfAsync(place.Id, stop))?.Categories ?? ConductMatrix.Usually).FirstOrDefault(one => one.Key == Key) is not { } category) return false;

        Category = category;
        return true;
    }

    public IActionResult OnGet()
    {
        if (Place is null) return NotFound();

        (Examples, Options) = (string.Join('\n', Category.Examples), string.Join('\n', Category.Options));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var examples = Lines(Examples, nameof(Examples), "Give at least one example, each on a line of its own");
        var options = Lines(Options, nameof(Options), "Give at least one thing that may be decided, each on a line of its own");
        if (!ModelState.IsValid) return Page();

        var changed = Category with { Examples = examples, Options = options };
        return Answer(await approveMatrix.RunAsync(Viewer, Place!.Id, changed, stop), () => RedirectWithBanner(Links.ConductOf(Place.Id), "The category is changed, and the matrix approved"));
    }

    private List<string> Lines(string? typed, string field, string message)
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        RequireThat(lines.Count > 0, field, message);
        RequireThat(lines.Count <= MostLines, field, $"At most {MostLines} lines");
        RequireThat(lines.TrueForAll(line => line.Length <= LongestLine), field, $"A line must be {LongestLine} characters or fewer");
        return lines;
    }
}
