using Lifeguard.Access.Contracts;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access;

[OpenToAll("Signing out must work even when the session has ended already.")]
internal sealed class SignOutModel(Store store, BrowserSession browser, TimeProvider clock) : RoomPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (IsSignedIn)
            await store.CommitAsync(Viewer.Deed(Viewer.Home, clock.GetUtcNow()), new SignedOut(new RecordRef(Accounts.Kind, Viewer.AccountId)), stop);
        await browser.EndAsync(stop);
        Clear(HttpContext);
        return LocalRedirect("/signed-out");
    }

    /// <summary>
    /// A computer keeps nothing of a visit: not the pages, not the cookies, not a draft in the browser. The one cookie that stays on a
    /// computer of one's own holds no visit: it keeps others' guessing apart from its owner's.
    /// </summary>
    internal static void Clear(HttpContext context)
    {
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        foreach (var cookie in context.Request.Cookies.Keys.Where(name => name != KnownDevices.Cookie && name != SessionCookie.Name))
            context.Response.Cookies.Delete(cookie, new CookieOptions { Path = "/", Secure = context.Request.IsHttps, HttpOnly = true, SameSite = SameSiteMode.Strict });
    }
}
