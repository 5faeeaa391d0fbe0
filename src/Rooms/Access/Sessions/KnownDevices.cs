using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access.Sessions;

/// <summary>
/// Which accounts a computer has signed in with before, sealed in a cookie of its own. It opens nothing: it only gives its accounts their
/// own count of guesses, so that somebody who guesses elsewhere cannot keep them out. A shared computer is never given one.
/// </summary>
internal sealed class KnownDevices(Seals seals, IOptions<AccessSettings> settings, TimeProvider clock)
{
    public const string Cookie = "__Host-lifeguard-device";
    private const string Purpose = "known-device";
    private const int Most = 5;

    /// <summary>The computer's name for this account; null when they have not met, or met before the account forgot its computers.</summary>
    public Guid? Of(HttpContext context, Account account) => Read(context)
        .Where(one => one.AccountId == account.Id && (account.DevicesKnownSince is not { } since || one.At > since)).Select(one => (Guid?)one.Device).FirstOrDefault();

    public void Remember(HttpContext context, Guid accountId)
    {
        var now = clock.GetUtcNow();
        var known = Read(context);
        var device = known.Find(one => one.AccountId == accountId)?.Device ?? Guid.CreateVersion7(now);
        var kept = known.Where(one => one.AccountId != accountId).Prepend(new KnownDevice(accountId, device, now)).Take(Most).ToList();
        context.Response.Cookies.Append(Cookie, seals.Seal(Purpose, kept), new CookieOptions
        {
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = settings.Value.DevicesAreKnownFor,
        });
    }

    private List<KnownDevice> Read(HttpContext context) =>
        seals.Open<List<KnownDevice>>(Purpose, context.Request.Cookies[Cookie], settings.Value.DevicesAreKnownFor) ?? [];

    private sealed record KnownDevice(Guid AccountId, Guid Device, DateTimeOffset At);
}
