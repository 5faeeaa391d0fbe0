using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>A request comes in: who asks, about whom, how it was made sure that they may.</summary>
[Needs(DataProtectionPermissions.Requests)]
internal sealed class NewModel(IPeople people, IPlaces places, TakeInRequest takeIn, TimeProvider clock) : RoomPage
{
    private const int Most = 20;

    [BindProperty] public RequestKind? Kind { get; set; }

    [BindProperty] public string? AskedBy { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public Guid? Person { get; set; }

    /// <summary>Somebody whom the school's people do not name: a visitor, somebody's friend.</summary>
    [BindProperty] public bool AsWritten { get; set; }

    [BindProperty] public string? IdentityChecked { get; set; }

    [BindProperty] public DateParts ReceivedOn { get; set; }

    public IReadOnlyList<PersonCard> Found { get; private set; } = [];

    private DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    public void OnGet() => ReceivedOn = DateParts.From(Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Kind, nameof(Kind), "Select what is asked for");
        Require(AskedBy, nameof(AskedBy), "Say who asks");
        RequireWithin(AskedBy, PersonRequest.LongestName, nameof(AskedBy), "Who asks");
        Require(Name, nameof(Name), "Write the name of the person whose data are meant");
        Require(IdentityChecked, nameof(IdentityChecked), "Say how you made sure that they may ask");
        RequireWithin(IdentityChecked, DataProtectionTables.LongestReason, nameof(IdentityChecked), "How you made sure");
        var received = RequireDay(ReceivedOn, nameof(ReceivedOn), "The day it was received");
        RequireThat(received is null || (received <= Today && received > Today.AddYears(-2)), nameof(ReceivedOn), "The day it was received must be today or in the past two years");
        RequireWithin(Name, PersonRequest.LongestName, nameof(Name), "The name");
        if (AsWritten) return await TakeInAsWrittenAsync(received, stop);
        if (!string.IsNullOrWhiteSpace(Name)) await FindAsync(stop);
        var chosen = Found.Count == 1 && Person is null ? Found[0] : Found.FirstOrDefault(one => one.Id == Person);
        if (Found.Count > 1 && chosen is null && ModelState.IsValid) ModelState.AddModelError(nameof(Person), "Several people fit this name. Select who is meant");
        if (Found.Count == 0 && !string.IsNullOrWhiteSpace(Name)) ModelState.AddModelError(nameof(Name), "Nobody of the school fits this name, and people who have left are found as well. If they are not among the school's people, say so below");
        if (!ModelState.IsValid || chosen is null) return Page();

        var (outcome, reference) = await takeIn.RunAsync(Viewer, chosen.Org, new RequestTaken(Kind!.Value, AskedBy!, chosen.IdentityId, chosen.Name, IdentityChecked!, received!.Value), stop);
        return Answer(outcome, () => RedirectWithBanner(Links.Request(reference), "The request is taken in"));
    }

    private async Task<IActionResult> TakeInAsWrittenAsync(DateOnly? received, CancellationToken stop)
    {
        if (!ModelState.IsValid) return Page();
        var mine = await places.CardsAsync(Viewer, DataProtectionPermissions.Requests, stop);
        var org = (mine.FirstOrDefault(one => one.Id == Viewer.Home) ?? mine[0]).Id;
        var (outcome, reference) = await takeIn.RunAsync(Viewer, org, new RequestTaken(Kind!.Value, AskedBy!, Guid.Empty, Name!.Trim(), IdentityChecked!, received!.Value), stop);
        return Answer(outcome, () => RedirectWithBanner(Links.Request(reference), "The request is taken in"));
    }

    private async Task FindAsync(CancellationToken stop)
    {
        List<PersonCard> found = [];
        foreach (var place in await places.CardsAsync(Viewer, DataProtectionPermissions.Requests, stop))
            found.AddRange(await people.FindAsync(Viewer, place.Id, Name!, [], Most, stop));
        Found = [.. found.Take(Most)];
    }

    public static string About(PersonCard card) => card.Kind switch
    {
        PersonKind.Pupil => string.Join(", ", new[] { "Pupil", card.YearGroup is { } year ? $"year {year}" : null, card.Class }.OfType<string>()),
        PersonKind.Parent => "Parent or carer",
        PersonKind.Staff => card.JobTitle ?? "Staff",
        PersonKind.Governor => "Governor",
        _ => "Somebody else",
    };
}
