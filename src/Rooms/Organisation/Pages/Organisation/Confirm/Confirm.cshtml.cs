using Lifeguard.Organisation.Pages.Organisation.People;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.Confirm;

/// <summary>Roles that wait for this person's yes.</summary>
[Needs(OrganisationPermissions.ConfirmRoles), StepUp]
internal sealed class ConfirmModel(ConfirmRole confirmRole, TimeProvider clock) : RoomPage
{
    [BindProperty] public Guid Proposal { get; set; }

    public IReadOnlyList<ProposalToConfirm> Waiting { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Waiting = await confirmRole.WaitingAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnPostYesAsync(CancellationToken stop) =>
        Answer(await confirmRole.YesAsync(Viewer, Proposal, stop), () => RedirectWithBanner(Links.RolesToConfirm, "The role is given"));

    public async Task<IActionResult> OnPostNoAsync(CancellationToken stop) =>
        Answer(await confirmRole.NoAsync(Viewer, Proposal, stop), () => RedirectWithBanner(Links.RolesToConfirm, "The role is not given"));
}
