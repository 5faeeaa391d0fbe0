using System.ComponentModel.DataAnnotations;
using Lifeguard.Access.Model;
using Lifeguard.Access.Review;
using Lifeguard.Access.Ways;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access;

/// <summary>Password, then the code; or a passkey alone. Where somebody is on the way travels sealed with the page.</summary>
[OpenToAll("People who are not signed in sign in here.")]
internal sealed class SignInModel(SignIn signIn, Passkeys passkeys, ReviewOfRights review, Store store) : RoomPage
{
    [BindProperty] public string? Email { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? Password { get; set; }

    [BindProperty] public string? Code { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? NewPassword { get; set; }

    [BindProperty] public bool Shared { get; set; }

    /// <summary>Sealed: who has given their password and must now give a code.</summary>
    [BindProperty] public string? State { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? Credential { get; set; }

    /// <summary>Where the person was going; only an address of this site is followed.</summary>
    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    [BindProperty(SupportsGet = true)] public string? Kept { get; set; }

    public Stage At { get; private set; }

    /// <summary>After a restore, until somebody has looked through the rights.</summary>
    public bool IsClosed { get; private set; }

    public IReadOnlyList<DemonstrationAccount> DemonstrationAccounts { get; private set; } = [];

    public enum Stage
    {
        Password,
        Code,
        NewPassword,
    }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        IsClosed = !IsSignedIn && await review.IsSignInClosedAsync(stop);
        if (IsClosed || !await store.Set<Installation>().AnyAsync(installation => installation.IsDemonstration, stop)) return true;
        DemonstrationAccounts = await store.Set<Account>().AsNoTracking()
            .Where(account => account.DemonstrationLabel != null && account.ClosedAt == null).OrderBy(account => account.Id)
            .Select(account => new DemonstrationAccount(account.Id, account.DemonstrationLabel!)).ToListAsync(stop);
        return true;
    }

    public IActionResult OnGet() => IsSignedIn ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Email, nameof(Email), "Enter your e-mail address");
        Require(Password, nameof(Password), "Enter your password");
        if (!ModelState.IsValid) return Page();

        return Answer(await signIn.WithPasswordAsync(Email!, Password!, Shared, stop), string.Empty);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken stop)
    {
        At = Stage.Code;
        Require(Code, nameof(Code), "Enter the code from your app");
        if (!ModelState.IsValid) return Page();

        return Answer(await signIn.WithCodeAsync(State, Code, stop), nameof(Code));
    }

    public async Task<IActionResult> OnPostNewPasswordAsync(CancellationToken stop)
    {
        At = Stage.NewPassword;
        Require(NewPassword, nameof(NewPassword), "Choose a new password");
        if (!ModelState.IsValid) return Page();

        return Answer(await signIn.WithNewPasswordAsync(State, NewPassword!, stop), nameof(NewPassword));
    }

    /// <summary>For the script: what the browser is to ask for.</summary>
    public async Task<IActionResult> OnPostPasskeyQuestionAsync() => new JsonResult(await passkeys.AskToGiveAsync(null));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stop) => Answer(await signIn.WithPasskeyAsync(Credential, State, Shared, stop), string.Empty);

    public async Task<IActionResult> OnPostDemonstrationAsync(Guid account, CancellationToken stop) =>
        DemonstrationAccounts.Any(one => one.AccountId == account)
            ? Answer(await signIn.AsDemonstrationAsync(account, stop), string.Empty)
            : NotFound();

    private IActionResult Answer(SignInAnswer answer, string field)
    {
        switch (answer)
        {
            case SignInAnswer.AskCode ask:
                return Next(Stage.Code, ask.State);
            case SignInAnswer.AskNewPassword ask:
                return Next(Stage.NewPassword, ask.State);
            case SignInAnswer.Refused { Because: var because }:
                if (because == Refusals.BeginAgain) Next(Stage.Password, null);
                ModelState.AddModelError(because == Refusals.BeginAgain ? string.Empty : field, because.Sentence);
                return Page();
            default:
                return Onward();
        }
    }

    private PageResult Next(Stage stage, string? state)
    {
        // What was posted must not stand in the next step's fields.
        ModelState.Clear();
        (At, State, Code) = (stage, state, null);
        return Page();
    }

    private LocalRedirectResult Onward()
    {
        if (Kept is not null) return LocalRedirect("/kept?key=" + Uri.EscapeDataString(Kept));
        return To is not null && Url.IsLocalUrl(To) ? LocalRedirect(To) : LocalRedirect("/home");
    }
}

internal sealed record DemonstrationAccount(Guid AccountId, string Label);
