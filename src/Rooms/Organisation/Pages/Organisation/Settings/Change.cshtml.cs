using System.Globalization;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.Settings;

/// <summary>One choice of one organisation.</summary>
[Needs(OrganisationPermissions.Settings)]
internal sealed class ChangeModel(IPlaces places, FindSettings findSettings, ChangeSetting changeSetting) : PlacePage
{
    [FromQuery(Name = "of")] public Guid? Of { get; set; }

    [FromRoute(Name = "key")] public string Key { get; set; } = "";

    /// <summary>As typed, one for each field, by its place: a list of texts would drop the empty ones.</summary>
    [BindProperty] public string?[] Values { get; set; } = [];

    public SettledAs Settled { get; private set; } = null!;

    public bool IsOwn => Settled.By?.Id == Place?.Id;

    public string Here => Links.Setting(Key, Place?.Id ?? Guid.Empty);

    protected override Guid? Wanted => Of;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => places.CardsAsync(Viewer, OrganisationPermissions.Settings, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        if ((await findSettings.ListAsync(place, stop)).FirstOrDefault(one => one.Setting.Key == Key) is not { } settled) return false;

        Settled = settled;
        return true;
    }

    public IActionResult OnGet()
    {
        if (Place is null) return NotFound();

        Values = [.. Settled.Values.Select(value => value.ToString(CultureInfo.InvariantCulture))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var fields = Settled.Setting.Fields;
        Values = [.. fields.Select((_, i) => Values.ElementAtOrDefault(i))];
        List<int> values = [];
        foreach (var (i, one) in fields.Index())
        {
            if (int.TryParse(Values[i], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && one.Takes(value)) values.Add(value);
            else ModelState.AddModelError($"{nameof(Values)}[{i}]", $"Enter a whole number from {one.Least} to {one.Most}");
        }

        if (ModelState.IsValid && Settled.Setting.Together(values) is { } fault) ModelState.AddModelError($"{nameof(Values)}[0]", fault);
        if (!ModelState.IsValid) return Page();

        return await ChangeAsync(values, $"{Settled.Setting.Asks}: settled", stop);
    }

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken stop) => ChangeAsync(null, $"{Settled.Setting.Asks}: the usual answer holds again", stop);

    private async Task<IActionResult> ChangeAsync(IReadOnlyList<int>? values, string banner, CancellationToken stop)
    {
        var outcome = await changeSetting.RunAsync(Viewer, Place!.Id, Settled.Setting, values, stop);
        return Answer(outcome, () => RedirectWithBanner(Links.SettingsOf(Place.Id), banner));
    }
}
