using System.ComponentModel.DataAnnotations;
using Lifeguard.Access.Model;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access.Accept;

/// <summary>
/// Somebody with a link chooses how they will come in: a passkey, or a password and then an app. Reading the page uses nothing up, because
/// mail programs open links by themselves.
/// </summary>
internal abstract class EnrolPage(Enrolment enrolment, Passkeys passkeys, PasswordRules rules, TimeProvider clock) : RoomPage
{
    [FromRoute] public string Token { get; set; } = "";

    [BindProperty, DataType(DataType.Password)] public string? Password { get; set; }

    [BindProperty] public string? Code { get; set; }

    [BindProperty] public string? State { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? Credential { get; set; }

    /// <summary>Null when the link is not open: the page says so, and says the same for one that never was.</summary>
    public EnrolTarget? Target { get; private set; }

    public AuthenticatorOffer? Offer { get; private set; }

    /// <summary>Shown once, after the last step.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public abstract string Heading { get; }

    public abstract string Says { get; }

    public abstract string Address { get; }

    protected abstract Task<EnrolTarget?> FindAsync(CancellationToken stop);

    /// <summary>Makes the account, or gives it its new ways in, and begins the session.</summary>
    protected abstract Task<(Outcome Outcome, IReadOnlyList<string> Codes)> FinishAsync(WayChosen chosen, CancellationToken stop);

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Target = await FindAsync(stop);
        return true;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        if (await PasswordIsFineAsync())
        {
            Offer = enrolment.Offer(Target!.Id, Target.Email, Password);
            ModelState.Clear();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAloneAsync(CancellationToken stop)
    {
        if (Target?.NeedsSecondFactor is not false || enrolment.Read(Target.Id, State) is not { PasswordHash: { } hash }) return Page();
        return await FinishAsync(new WayChosen(hash, null, null), toHome: true, stop);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken stop)
    {
        if (Target is null || enrolment.Read(Target.Id, State) is not { PasswordHash: { } hash } chosen) return Page();

        if (AuthenticatorCode.StepOf(chosen.Key, Code, clock.GetUtcNow(), null) is { } step) return await FinishAsync(new WayChosen(hash, (chosen.Key, step), null), toHome: false, stop);
        Offer = enrolment.Again(Target.Id, Target.Email, State);
        ModelState.AddModelError(nameof(Code), "That is not the code your app shows now. Check that the phone's clock is right, and type the newest code");
        return Page();
    }

    /// <summary>For the script: what the browser is to make.</summary>
    public async Task<IActionResult> OnPostPasskeyQuestionAsync() =>
        Target is null ? NotFound() : new JsonResult(await passkeys.AskToMakeAsync(Target.AccountId, Target.Email, Target.Name));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stop)
    {
        if (Target is null) return Page();
        if (await passkeys.MadeAsync(Credential, State, Target.AccountId) is { } passkey) return await FinishAsync(new WayChosen(null, null, passkey), toHome: true, stop);
        ModelState.AddModelError(string.Empty, Refusals.PasskeyIsWrong.Sentence);
        return Page();
    }

    private async Task<IActionResult> FinishAsync(WayChosen chosen, bool toHome, CancellationToken stop)
    {
        var (outcome, codes) = await FinishAsync(chosen, stop);
        if (outcome.IsDone && toHome) return RedirectWithBanner("/home", chosen.Passkey is null ? "Your account is ready" : "Your account is ready. Next time, sign in with your passkey");
        if (outcome.IsDone) Codes = codes;
        return Answer(outcome, Page);
    }

    private async Task<bool> PasswordIsFineAsync()
    {
        if (Target is null) return false;
        Require(Password, nameof(Password), "Choose a password");
        if (Password is not null && await rules.CheckAsync(Target.Email, Password) is { } refusal) ModelState.AddModelError(nameof(Password), refusal.Sentence);
        return ModelState.IsValid;
    }
}
