using Lifeguard.Access.Contracts;
using Lifeguard.Access.Sessions;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access.Own;

/// <summary>"Your sign-ins".</summary>
[SignedIn, BeforeSecondFactor]
internal sealed class AccountModel(OwnSessions sessions, OwnWays own, BrowserSession browser, IEnumerable<OwnLink> others, TimeProvider clock) : RoomPage
{
    public IReadOnlyList<SessionSeen> Sessions { get; private set; } = [];

    public WaysSeen Ways { get; private set; } = null!;

    /// <summary>What other rooms keep for this person alone.</summary>
    public IReadOnlyList<OwnLink> Others { get; } = [.. others];

    public DateTimeOffset Now => clock.GetUtcNow();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Sessions = await sessions.OpenAsync(Viewer, stop);
        Ways = await own.SeenAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop) =>
        Answer(await sessions.EndAsync(Viewer, id, stop), () => RedirectWithBanner(SignInPages.Own, "That sign-in has ended"));

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken stop) =>
        Answer(await sessions.EndOthersAsync(Viewer, stop), () => RedirectWithBanner(SignInPages.Own, "Every other sign-in has ended"));

    public async Task<IActionResult> OnPostKnownAsync(CancellationToken stop)
    {
        var outcome = await sessions.PasswordIsKnownAsync(Viewer, stop);
        if (outcome.IsDone) await browser.EndAsync(stop);
        if (outcome.IsDone) SignOutModel.Clear(HttpContext);
        return Answer(outcome, () => LocalRedirect("/signed-out?closed=true"));
    }
}
