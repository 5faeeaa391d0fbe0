using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access.LostPhone;

/// <summary>Who has lost their phone, for the two who can confirm it.</summary>
[Needs(AccessPermissions.Recover), StepUp]
internal sealed class LostPhonesModel(ConfirmRecovery confirm) : RoomPage
{
    [BindProperty] public bool Spoken { get; set; }

    public IReadOnlyList<RecoverySeen> Waiting { get; private set; } = [];

    /// <summary>Shown once, to the second of the two.</summary>
    public string? Link { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Waiting = await confirm.WaitingAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken stop)
    {
        RequireThat(Spoken, string.Empty, "Tick that you have spoken with the person face to face. If you have not, do so first");
        if (!ModelState.IsValid) return Page();

        var (outcome, token) = await confirm.RunAsync(Viewer, id, stop);
        if (token is not null) Link = $"{Request.Scheme}://{Request.Host}/recovery/{token}";
        return Answer(outcome, () => token is null ? RedirectWithBanner("/lost-phones", "Noted. A second person must confirm it too") : Page());
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken stop) =>
        Answer(await confirm.RefuseAsync(Viewer, id, stop), () => RedirectWithBanner("/lost-phones", "Refused. Nothing of the account was changed"));
}
