using Lifeguard.Access.Storage;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Access.Pages.Access.Invite;

/// <summary>Invites people of the roster, and shows what became of it. Nobody types another's password here.</summary>
[Needs(AccessPermissions.Invite), StepUp]
internal sealed class InvitationsModel(FindToInvite find, InvitePeople invite, ChangeInvitation change, IPlaces access, IOrganisations organisations) : RoomPage
{
    private const int MostAtOnce = 500;

    [BindProperty(SupportsGet = true)] public Guid? Place { get; set; }

    [BindProperty(SupportsGet = true)] public string? Only { get; set; }

    [BindProperty] public List<Guid> People { get; set; } = [];

    /// <summary>All that are shown, rather than those that are ticked.</summary>
    [BindProperty] public bool Everybody { get; set; }

    public InvitePage Found { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>The roles and kinds that there are among those without an account.</summary>
    public IReadOnlyList<SelectListItem> Filters { get; private set; } = [];

    public IReadOnlyList<StaffMember> Shown { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var places = await access.OpenAsync(Viewer, AccessPermissions.Invite, stop);
        Place ??= places.Contains(Viewer.Home) ? Viewer.Home : places.FirstOrDefault();
        if (!places.Contains(Place.Value)) return false;

        if (places.Count > 1)
        {
            var names = (await organisations.AllAsync(stop)).Where(one => places.Contains(one.Id));
            Places = [.. names.Select(one => new SelectListItem(one.Name, one.Id.ToString(), one.Id == Place))];
        }

        Found = await find.RunAsync(Place.Value, stop);
        var roles = Found.Without.SelectMany(one => one.Roles).Distinct().Order().Select(role => new SelectListItem(role.InWords(), role.ToString(), role.ToString() == Only));
        Filters = [.. roles, new SelectListItem("Without a role", "none", Only == "none")];
        Shown = [.. Found.Without.Where(one => Only is null || (Only == "none" ? one.Roles.Count == 0 : one.Roles.Any(role => role.ToString() == Only)))];
        return true;
    }

    public static string RolesOf(StaffMember member) =>
        member.Roles.Count > 0 ? string.Join(", ", member.Roles.Select(role => role.InWords())) : member.Kind == PersonKind.Governor ? "Governor, no role" : "No role yet";

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Everybody) People = [.. Shown.Where(one => one.Email is not null).Select(one => one.PersonId)];
        RequireThat(People.Count > 0, nameof(People), "Choose whom to invite");
        RequireThat(People.Count <= MostAtOnce, nameof(People), $"Choose at most {MostAtOnce} people at once");
        if (!ModelState.IsValid) return Page();

        var outcome = await invite.RunAsync(Viewer, Place!.Value, People, stop);
        return Answer(outcome, () => Back(People.Count == 1 ? "1 person was invited" : $"{People.Count} people were invited"));
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken stop) =>
        Answer(await change.SendAgainAsync(Viewer, id, stop), () => Back("The invitation is sent again. The earlier link no longer works"));

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken stop) =>
        Answer(await change.WithdrawAsync(Viewer, id, stop), () => Back("The invitation is withdrawn. Its link no longer works"));

    private IActionResult Back(string said) => RedirectWithBanner($"/invitations?place={Place}", said);
}
