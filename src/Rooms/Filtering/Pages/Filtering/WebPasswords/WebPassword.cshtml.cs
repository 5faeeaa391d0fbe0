using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.WebPasswords;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Filtering.Pages.Filtering.WebPasswords;

/// <summary>A person's own password for the web: what browsers ask for where the proxy wants to know who they are.</summary>
[SignedIn, StepUp]
internal sealed class WebPasswordModel(OwnWebPassword own, GateSettings settings) : RoomPage
{
    public WebPasswordSeen Seen { get; private set; } = null!;

    /// <summary>The new one, on the one page that shows it.</summary>
    public string? Shown { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!settings.SignsIn) return false;
        Seen = await own.SeenAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken stop)
    {
        var (outcome, shown) = await own.MakeAsync(Viewer, stop);
        return Answer(outcome, () =>
        {
            Shown = shown;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken stop) =>
        Answer(await own.WithdrawAsync(Viewer, stop), () => RedirectWithBanner(Links.WebPassword, "Your password for the web opens nothing any more"));
}
