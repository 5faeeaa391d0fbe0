using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>Lets a role end, at once or after a day.</summary>
[Needs(OrganisationPermissions.GiveRoles), StepUp]
internal sealed class EndRoleModel(FindPerson findPerson, EndRoleByHand endRole, TimeProvider clock) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public Guid? Role { get; set; }

    [BindProperty] public string? When { get; set; }

    [BindProperty] public DateParts Until { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<RoleLine> Held { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findPerson.RecordAsync(Viewer, Reference, OrganisationPermissions.GiveRoles, stop) is not { } person) return false;
        Name = person.Name;
        Held = [.. (await findPerson.RolesAsync(person.Id, stop)).Where(one => one.When is not RoleTime.Earlier)];
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RequireThat(Held.Any(one => one.Id == Role), nameof(Role), "Choose the role that ends");
        RequireThat(When is "now" or "day", nameof(When), "Choose when it ends");
        DateOnly? until = null;
        if (When == "day")
        {
            if (Until.TryToDate("The last day", out var day, out var fault)) until = day;
            else ModelState.AddModelError(nameof(Until), fault);
            RequireThat(until is null || until >= UkTime.DateOf(clock.GetUtcNow()), nameof(Until), "The last day must be today or later. To end it now, choose at once");
        }

        if (!ModelState.IsValid) return Page();
        return Answer(await endRole.RunAsync(Viewer, Reference, Role!.Value, until, stop), () => RedirectWithBanner(Links.Person(Reference), "The end of the role is set"));
    }
}
