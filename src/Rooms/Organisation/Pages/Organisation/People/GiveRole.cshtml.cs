using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>Gives a role from a day, and to a day where somebody stands in for somebody else.</summary>
[Needs(OrganisationPermissions.GiveRoles), StepUp]
internal sealed class GiveRoleModel(FindPerson findPerson, GiveRoleByHand giveRole, FindConfirmers findConfirmers, IOrganisations organisations, TimeProvider clock) : RoomPage
{
    private const int FarthestYears = 10;

    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public Role? Role { get; set; }

    [BindProperty] public DateParts From { get; set; }

    [BindProperty] public DateParts Until { get; set; }

    [BindProperty] public string? AppointedBy { get; set; }

    [BindProperty] public string? CoversFor { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Those in whose place somebody may stand.</summary>
    public IReadOnlyList<SelectListItem> Covered { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public IReadOnlyList<string> SecondPeople { get; private set; } = [];

    public bool NeedsSecond { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findPerson.RecordAsync(Viewer, Reference, OrganisationPermissions.GiveRoles, stop) is not { Kind: not PersonKind.Pupil } person) return false;
        Person = person;
        var place = (await organisations.GetAsync(person.Org, stop))!;
        Roles = [.. Enum.GetValues<Role>().Where(role => RoleLevels.Of(role).Contains(place.Kind) && (person.Kind is not PersonKind.Parent || RoleLevels.OpenToParents.Contains(role)))
            .OrderByDescending(role => role > Contracts.Role.OfficeStaff).ThenBy(role => role).Select(role => new SelectListItem(role.InWords(), role.ToString()))];
        Covered = [.. (await findPerson.HoldersAsync(person, stop)).Select(one => new SelectListItem($"{one.Name}, {one.Role.InWords()}", $"{one.Reference} {one.Role}"))];
        NeedsSecond = await findConfirmers.EverAsync(person.Org, stop);
        SecondPeople = [.. (await findConfirmers.NowAsync(person.Org, [Viewer.IdentityId, person.IdentityId], stop)).Select(one => $"{one.Name} ({one.Role.InWords()})")];
        return true;
    }

    public void OnGet() => From = DateParts.From(UkTime.DateOf(clock.GetUtcNow()));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        Require(Role, nameof(Role), "Choose a role");
        var from = RequireDay(From, nameof(From), "The first day");
        var until = Until.IsEmpty ? null : RequireDay(Until, nameof(Until), "The last day");
        RequireThat(from is null || from <= today.AddYears(FarthestYears), nameof(From), "The first day must be within ten years");
        RequireThat(from is null || until is null || until >= from, nameof(Until), "The last day must not be before the first");
        RequireThat(until is null || until >= today, nameof(Until), "The last day must be today or later");
        RequireWithin(AppointedBy, RoleProposal.LongestAppointedBy, nameof(AppointedBy), "Who appoints");
        var covered = (CoversFor ?? "").Split(' ');
        RandomReference.TryParse(covered[0], null, out var reference);
        RequireThat(string.IsNullOrEmpty(CoversFor) || (covered is [_, var held] && held == Role.ToString()), nameof(CoversFor), "Choose somebody who holds the role that you give");
        RequireThat(string.IsNullOrEmpty(CoversFor) || until is not null, nameof(Until), "Say until when, because it is in somebody's place");
        if (!ModelState.IsValid) return Page();

        var (outcome, waits) = await giveRole.RunAsync(Viewer, Reference, new RoleAnswers(Role!.Value, from!.Value, until, AppointedBy?.Trim(), string.IsNullOrEmpty(CoversFor) ? null : reference), stop);
        return Answer(outcome, () => RedirectWithBanner(Links.Person(Reference), waits ? "Proposed. The role begins when a second person has said yes." : "The role is given"));
    }
}
