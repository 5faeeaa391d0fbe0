using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>One person: what is known, which roles with their dates, which way in. Nothing of any record.</summary>
[Needs(OrganisationPermissions.People)]
internal sealed class PersonModel(FindPerson findPerson, ConfirmRole confirmRole, TimeProvider clock) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public Guid Proposal { get; set; }

    public PersonView View { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayGiveRoles => Viewer.May(OrganisationPermissions.GiveRoles) && View.Person.Kind is not PersonKind.Pupil && View.Person.EndedOn is null;

    public bool IsOwn => View.Person.IdentityId == Viewer.IdentityId;

    public bool IsTechnician => View.Roles.Any(one => one is { Role: Role.Technician, When: RoleTime.Now });

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findPerson.RunAsync(Viewer, Reference, stop) is not { } view) return false;
        View = view;
        return true;
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop) =>
        Answer(await confirmRole.TakeBackAsync(Viewer, Proposal, stop), () => RedirectWithBanner(Links.Person(Reference), "The proposal is taken back"));
}
