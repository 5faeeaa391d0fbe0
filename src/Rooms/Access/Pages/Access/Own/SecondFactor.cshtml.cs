using System.ComponentModel.DataAnnotations;
using Lifeguard.Access.Contracts;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access.Own;

/// <summary>A person's passkeys, app and printed codes.</summary>
[SignedIn, BeforeSecondFactor, StepUp]
internal sealed class SecondFactorModel(OwnWays own, Enrolment enrolment, Passkeys passkeys) : RoomPage
{
    [BindProperty] public string? Code { get; set; }

    [BindProperty] public string? State { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? Credential { get; set; }

    public WaysSeen Ways { get; private set; } = null!;

    public AuthenticatorOffer? Offer { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Ways = await own.SeenAsync(Viewer, stop);
        return true;
    }

    public IActionResult OnPostApp()
    {
        Offer = enrolment.Offer(Viewer.AccountId, Ways.Email, null);
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken stop)
    {
        var (outcome, codes) = await own.AddAppAsync(Viewer, State, Code, stop);
        if (!outcome.IsDone) Offer = enrolment.Again(Viewer.AccountId, Ways.Email, State);
        else Codes = codes;
        return Answer(outcome, Page);
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken stop)
    {
        if (!Ways.HasApp) return NotFound();
        var (outcome, codes) = await own.NewCodesAsync(Viewer, stop);
        Codes = codes;
        return Answer(outcome, Page);
    }

    public async Task<IActionResult> OnPostPasskeyQuestionAsync() => new JsonResult(await passkeys.AskToMakeAsync(Viewer.AccountId, Ways.Email, Viewer.Name));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stop) =>
        Answer(await own.AddPasskeyAsync(Viewer, Credential, State, stop), () => RedirectWithBanner(SignInPages.SecondFactor, "The passkey is added"));

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken stop) =>
        Answer(await own.RemovePasskeyAsync(Viewer, id, stop), () => RedirectWithBanner(SignInPages.SecondFactor, "The passkey is taken away"));
}
