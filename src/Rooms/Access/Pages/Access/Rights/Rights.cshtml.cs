using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Access.Pages.Access.Rights;

/// <summary>Who holds which role and right, for those who answer for the organisation; looked through each year.</summary>
[Needs(AccessPermissions.Rights), StepUp]
internal sealed class RightsModel(FindRights find, ReviewRoles review, IPlaces access, IOrganisations organisations, TimeProvider clock) : RoomPage
{
    public const string Address = "/rights";

    private static readonly TimeSpan Long = TimeSpan.FromDays(90);

    [BindProperty(SupportsGet = true)] public Guid? Place { get; set; }

    public OrganisationCard Organisation { get; private set; } = null!;

    public RightsShown Found { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var places = await access.OpenAsync(Viewer, AccessPermissions.Rights, stop);
        Place ??= places.Contains(Viewer.Home) ? Viewer.Home : places.FirstOrDefault();
        if (!places.Contains(Place.Value)) return false;

        var cards = (await organisations.AllAsync(stop)).Where(one => places.Contains(one.Id)).ToList();
        Organisation = cards.Single(one => one.Id == Place);
        if (places.Count > 1) Places = [.. cards.Select(one => new SelectListItem(one.Name, one.Id.ToString(), one.Id == Place))];
        Found = await find.OfAsync(Place.Value, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        Answer(await review.RunAsync(Viewer, Place!.Value, stop), () => RedirectWithBanner($"{Address}?place={Place}", "It is noted that you have looked through the list"));

    public static string RolesOf(RightsLine line) => string.Join(", ", line.Roles.Select(one => one.IsAbove ? $"{one.Role.InWords()} (above this school)" : one.Role.InWords()));

    public bool IsRestingLong(RightsLine line) => line.LastSeen is { } seen && clock.GetUtcNow() - seen > Long;

    public static string SeenOf(RightsLine line) => (line.HasAccount, line.LastSeen) switch
    {
        (false, _) => "No account",
        (true, null) => "Never signed in",
        (true, { } seen) => UkTime.InWords(UkTime.DateOf(seen)),
    };
}
