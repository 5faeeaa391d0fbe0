using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.DataProtection.Pages.DataProtection.Rules;

/// <summary>For how long a school keeps what. A usual period is one that the house brings along until somebody says that it is the school's choice.</summary>
[Needs(DataProtectionPermissions.Rules)]
internal sealed class RulesModel(FindRules rules, IPlaces places, ChooseRule choose) : PlacePage
{
    [FromQuery(Name = "place")] public Guid? PlaceId { get; set; }

    [BindProperty] public string? Class { get; set; }

    [BindProperty] public RetentionBasis? Basis { get; set; }

    [BindProperty] public string? Years { get; set; }

    public IReadOnlyList<RuleInForce> InForce { get; private set; } = [];

    public string Here => Links.RulesOf(Place?.Id ?? Guid.Empty);

    public static IReadOnlyList<SelectListItem> Bases { get; } =
    [
        new("The birth of the youngest child named in it", nameof(RetentionBasis.Birthday)),
        new("The day it was raised", nameof(RetentionBasis.Raised)),
        new("The day it was closed", nameof(RetentionBasis.Closed)),
    ];

    protected override Guid? Wanted => PlaceId;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => places.CardsAsync(Viewer, DataProtectionPermissions.Rules, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        InForce = await rules.OfAsync(place.Id, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var chosen = InForce.FirstOrDefault(one => one.Class.Key == Class);
        Require(chosen, nameof(Class), "Choose one of the answers on the page");
        Require(Basis, nameof(Basis), "Select from which day it is counted");
        var years = int.TryParse(Years, out var typed) ? typed : 0;
        RequireThat(years is >= 1 and <= RetentionRule.LongestYears, nameof(Years), $"The years must be a number from 1 to {RetentionRule.LongestYears}");
        if (!ModelState.IsValid) return Page();

        return Answer(await choose.RunAsync(Viewer, Place!.Id, chosen!.Class.Key, Basis!.Value, years, stop), () => RedirectWithBanner(Here, "This is the school's choice now"));
    }
}
