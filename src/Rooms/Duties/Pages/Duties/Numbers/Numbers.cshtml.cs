using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Numbers;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Duties.Pages.Duties.Numbers;

/// <summary>The agencies around a school: who is answered now, and when somebody last checked that the number is right.</summary>
[Needs(DutyPermissions.Numbers)]
internal sealed class NumbersModel(FindPlaces findPlaces, IAgencies agencies, IAgencyBook book, IWorkingTime workingTime, TimeProvider clock) : PlacePage
{
    private const int LongestName = 200;
    private const int LongestEmail = 254;
    private const int LongestHours = 200;

    [FromQuery(Name = "place")] public Guid? PlaceId { get; set; }

    /// <summary>The entry that the form changes; null adds one.</summary>
    [FromQuery(Name = "change")] public Guid? ChangeId { get; set; }

    [BindProperty] public string? Kind { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public string? Telephone { get; set; }

    [BindProperty] public string? Email { get; set; }

    [BindProperty] public string? Hours { get; set; }

    [BindProperty] public bool Checked { get; set; }

    [BindProperty] public Guid Entry { get; set; }

    public IReadOnlyList<NumberRow> Own { get; private set; } = [];

    /// <summary>What holds here because an organisation above entered it.</summary>
    public IReadOnlyList<NumberRow> FromAbove { get; private set; } = [];

    public AgencyEntry? Changes { get; private set; }

    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>What is entered here holds for the schools below too.</summary>
    public bool IsAboveSchools => Place is { Kind: OrganisationKind.Partnership or OrganisationKind.LocalAuthority or OrganisationKind.Trust };

    public static IReadOnlyList<SelectListItem> Kinds => [.. LocalNumbers.Kinds.Select(one => new SelectListItem(one.Words, one.Kind)).Prepend(new SelectListItem("Select one", ""))];

    public string Here => Links.NumbersOf(Place?.Id ?? Guid.Empty);

    public string FormAddress => Changes is null ? Here : $"{Here}&change={Changes.Id}";

    protected override Guid? Wanted => PlaceId;

    protected override Task<IReadOnlyList<OrganisationCard>> PlacesAsync(CancellationToken stop) => findPlaces.OfNumbersAsync(Viewer, stop);

    protected override async Task<bool> LoadPlaceAsync(OrganisationCard place, CancellationToken stop)
    {
        var own = await book.OwnAsync(place.Id, stop);
        if (ChangeId is { } id && (Changes = own.FirstOrDefault(one => one.Id == id)) is null) return false;

        var nation = (await workingTime.ForAsync(place.Id, stop)).Nation;
        var all = await agencies.ForAsync(place.Id, [], stop);
        Own = [.. own.Select(one => Row(one.Id, one.Card, nation))];
        FromAbove = [.. all.Skip(own.Count).Select(card => Row(null, card, nation))];
        Missing = [.. LocalNumbers.Needed.Where(kind => all.All(one => one.Kind != kind)).Select(LocalNumbers.WordsOf)];
        return true;
    }

    public void OnGet()
    {
        if (Changes is { Card: var card }) (Kind, Name, Telephone, Email, Hours) = (card.Kind, card.Name, card.Telephone, card.Email, card.Hours);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Changes is not null) Kind = Changes.Card.Kind;
        RequireThat(LocalNumbers.Kinds.Any(one => one.Kind == Kind), nameof(Kind), "Select what kind of number this is");
        Require(Name, nameof(Name), "Enter the name under which it answers");
        RequireWithin(Name, LongestName, nameof(Name), "The name");
        Require(Telephone, nameof(Telephone), "Enter the telephone number");
        RequireThat(Telephone is null || TelephoneNumber.IsOne(Telephone), nameof(Telephone), "Enter a telephone number, such as 01632 960001");
        RequireThat(Email is null || Email.Length <= LongestEmail && Email.Contains('@', StringComparison.Ordinal), nameof(Email), "Enter an e-mail address, such as name@example.org");
        RequireWithin(Hours, LongestHours, nameof(Hours), "The hours");
        if (!string.IsNullOrWhiteSpace(Hours) && !OpeningHours.TryParse(Hours, out _, out var fault)) ModelState.AddModelError(nameof(Hours), fault);
        if (!ModelState.IsValid) return Page();

        var now = clock.GetUtcNow();
        var before = Changes?.Card;
        // A number that changed is unchecked until somebody says that it is right.
        var verified = Checked ? UkTime.DateOf(now) : before is not null && before.Telephone == Telephone ? before.VerifiedOn : null;
        var card = new AgencyCard(Kind!, Name!, Telephone!, Email, before?.WebForm, Hours ?? "", verified);
        var outcome = await book.KeepAsync(Changes?.Id, card, Viewer.Deed(Place!.Id, now), stop);
        return Answer(outcome, () => RedirectWithBanner(Here, "The number is kept. Everybody who reports is shown it from now"));
    }

    public async Task<IActionResult> OnPostTakeOutAsync(CancellationToken stop) =>
        Answer(await book.TakeOutAsync(Entry, Viewer.Deed(Place!.Id, clock.GetUtcNow()), stop), () => RedirectWithBanner(Here, "Taken out"));

    private NumberRow Row(Guid? id, AgencyCard card, NationCalendar nation)
    {
        var now = clock.GetUtcNow();
        var hours = card.Hours.Length == 0 ? OpeningHours.Always : OpeningHours.TryParse(card.Hours, out var read, out _) ? read : null;
        var answered = hours is null ? "The hours cannot be read: enter them again"
            : hours.IsOpen(now, nation) ? "Open now"
            : hours.NextOpening(now, nation) is { } next ? $"Closed. Opens {UkTime.InWords(next)}" : "Closed";
        return new NumberRow(id, LocalNumbers.WordsOf(card.Kind), card, answered, LocalNumbers.IsDue(card.VerifiedOn, UkTime.DateOf(now)));
    }
}

/// <param name="Id">Null where an organisation above keeps it.</param>
internal sealed record NumberRow(Guid? Id, string Kind, AgencyCard Card, string Answered, bool IsDue);
