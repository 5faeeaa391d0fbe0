using System.ComponentModel.DataAnnotations;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Ways;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access;

/// <summary>Asks for the second factor again, before history, paper and rights, and goes on to where the person was going.</summary>
[SignedIn, BeforeSecondFactor]
internal sealed class StepUpModel(StepUp stepUp, Authenticators authenticators, Passkeys passkeys, BrowserSession browser) : RoomPage
{
    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    [BindProperty(SupportsGet = true)] public string? Kept { get; set; }

    [BindProperty] public string? Code { get; set; }

    [BindProperty] public string? State { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? Credential { get; set; }

    public bool IsDemonstration => browser.Current.IsDemonstration;

    public bool HasSecondFactor { get; private set; }

    public bool HasApp { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var account = await stepUp.AccountAsync(Viewer, stop);
        HasApp = account.AuthenticatorKey is not null;
        HasSecondFactor = await authenticators.HasSecondFactorAsync(account, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Code, nameof(Code), "Enter the code from your app");
        return ModelState.IsValid ? Answer(await stepUp.WithCodeAsync(Viewer, Code, stop), Onward) : Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken stop) => Answer(await stepUp.AsDemonstrationAsync(Viewer, stop), Onward);

    public async Task<IActionResult> OnPostPasskeyQuestionAsync(CancellationToken stop) => new JsonResult(await passkeys.AskToGiveAsync(await stepUp.AccountAsync(Viewer, stop)));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stop) => Answer(await stepUp.WithPasskeyAsync(Viewer, Credential, State, stop), Onward);

    private LocalRedirectResult Onward()
    {
        if (Kept is not null) return LocalRedirect("/kept?key=" + Uri.EscapeDataString(Kept));
        return To is not null && Url.IsLocalUrl(To) ? LocalRedirect(To) : LocalRedirect("/home");
    }
}
