using Microsoft.AspNetCore.Http;

namespace Lifeguard.Access.Sessions;

/// <summary>The cookie with the token: for this site alone, never for scripts, gone with the browser.</summary>
internal static class SessionCookie
{
    public const string Name = "__Host-lifeguard";

    // Lax, not strict: the link in a letter must arrive signed in.
    private static CookieOptions Options => new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax };

    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 and < 100 } token ? token : null;

    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Options);

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options);
}
