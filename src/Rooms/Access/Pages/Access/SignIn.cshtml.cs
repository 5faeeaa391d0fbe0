using System.ComponentModel.DataAnnotations;
using Lifeguard.Access.Model;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access;

[OpenToAll("People who are not signed in sign in here.")]
internal sealed class SignInModel(SignIn signIn, Store store) : RoomPage
{
    [BindProperty] public string? Email { get; set; }

    [BindProperty, DataType(DataType.Password)] public string? Password { get; set; }

    /// <summary>Where the person was going; only an address of this site is followed.</summary>
    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    [BindProperty(SupportsGet = true)] public string? Kept { get; set; }

    public IReadOnlyList<DemonstrationAccount> DemonstrationAccounts { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!await store.Set<Installation>().AnyAsync(installation => installation.IsDemonstration, stop)) return true;
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

        var outcome = await signIn.WithPasswordAsync(Email!, Password!, stop);
        return Answer(outcome, Onward);
    }

    public async Task<IActionResult> OnPostDemonstrationAsync(Guid account, CancellationToken stop) =>
        DemonstrationAccounts.Any(one => one.AccountId == account)
            ? Answer(await signIn.AsDemonstrationAsync(account, stop), Onward)
            : NotFound();

    private IActionResult Onward()
    {
        if (Kept is not null) return LocalRedirect("/kept?key=" + Uri.EscapeDataString(Kept));
        return To is not null && Url.IsLocalUrl(To) ? LocalRedirect(To) : LocalRedirect("/home");
    }
}

internal sealed record DemonstrationAccount(Guid AccountId, string Label);
