using System.ComponentModel.DataAnnotations;
using Lifeguard.Access.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access.Own;

[SignedIn]
internal sealed class PasswordModel(OwnWays own, IGatekeeper gatekeeper) : RoomPage
{
    [BindProperty, DataType(DataType.Password)] public string? CurrentPassword { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? NewPassword { get; set; }

    public WaysSeen Ways { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Ways = await own.SeenAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FirstAsync(stop) is { } first ? LocalRedirect(first) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FirstAsync(stop) is { } first) return LocalRedirect(first);
        if (!Ways.HasSecondFactor) Require(CurrentPassword, nameof(CurrentPassword), "Enter your present password");
        Require(NewPassword, nameof(NewPassword), "Choose a new password");
        if (!ModelState.IsValid) return Page();

        return Answer(await own.SetPasswordAsync(Viewer, CurrentPassword, NewPassword!, stop), () => RedirectWithBanner(SignInPages.Own, "Your password is set. Every other sign-in has ended"));
    }

    // Whoever has a second factor shows it here; whoever has none shows their present password.
    private async Task<string?> FirstAsync(CancellationToken stop) => Ways.HasSecondFactor ? await gatekeeper.WhereToStepUpAsync(HttpContext, stop) : null;
}
