using Lifeguard.Access.Contracts;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access;

[OpenToAll("Signing out must work even when the session has ended already.")]
internal sealed class SignOutModel(Store store, TimeProvider clock) : RoomPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (IsSignedIn)
            await store.CommitAsync(Viewer.Deed(Viewer.Home, clock.GetUtcNow()), new SignedOut(new RecordRef(Accounts.Kind, Viewer.AccountId)), stop);
        await HttpContext.SignOutAsync(SessionStore.Scheme);
        // A shared computer keeps nothing of it: not the pages, not the cookies, not a draft in the browser.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return LocalRedirect("/signed-out");
    }
}
