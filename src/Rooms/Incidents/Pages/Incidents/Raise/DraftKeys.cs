using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>
/// The random key by which a browser proves that a draft began there. Each draft has its own, sent to its own addresses alone,
/// so that a shared computer never carries one person's key to another person's draft.
/// </summary>
internal static class DraftKeys
{
    private const string Cookie = "lifeguard-draft";

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static void Give(HttpContext context, RandomReference draft, string key) =>
        context.Response.Cookies.Append(Cookie, key, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = $"{Links.Report}/{draft}",
            MaxAge = Draft.Lives,
            IsEssential = true,
        });

    public static bool Holds(HttpContext context, byte[]? keyHash) =>
        keyHash is not null && context.Request.Cookies[Cookie] is { } key && CryptographicOperations.FixedTimeEquals(Hash(key), keyHash);

    public static void Take(HttpContext context, RandomReference draft) =>
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = $"{Links.Report}/{draft}" });
}
