using System.Security.Cryptography;
using System.Text.Json;
using Lifeguard.Access.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Lifeguard.Access.Keys;

internal sealed record KeptWords(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>Keeps a form that arrived after its session had ended. Only the browser that sent it gets it back, and only to look at and send again.</summary>
internal sealed class KeptForms(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "lifeguard-kept";
    private static readonly TimeSpan Lives = TimeSpan.FromHours(1);
    private readonly IDataProtector _protector = protection.CreateProtector("kept-form");

    // What is kept is shown again, and a password or a code is shown nowhere.
    private static readonly string[] NeverKept = ["__RequestVerificationToken", "Password", "Code"];

    /// <summary>Keeps the form of this request, without its forgery token and without secrets.</summary>
    public async Task<string> KeepAsync(HttpContext context, CancellationToken stop)
    {
        var form = await context.Request.ReadFormAsync(stop);
        var fields = form.Where(field => !NeverKept.Any(never => field.Key.Contains(never, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")).ToList();
        return await KeepAsync(context, new KeptWords(context.Request.Path + context.Request.QueryString, fields), stop);
    }

    private async Task<string> KeepAsync(HttpContext context, KeptWords words, CancellationToken stop)
    {
        var token = SessionTokens.New();
        var now = clock.GetUtcNow().ToUniversalTime();
        await using (var command = database.CreateCommand(
            "with gone as (delete from kept_form where kept_at < $4) insert into kept_form (token_hash, sealed, kept_at) values ($1, $2, $3)"))
        {
            command.Parameters.Add(new() { Value = SessionTokens.Hash(token) });
            command.Parameters.Add(new() { Value = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(words)) });
            command.Parameters.Add(new() { Value = now });
            command.Parameters.Add(new() { Value = now - Lives });
            await command.ExecuteNonQueryAsync(stop);
        }

        context.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lives });
        return token;
    }

    /// <summary>Null when there is none, it is older than an hour, or another browser asks.</summary>
    public async Task<KeptWords?> TakeOutAsync(HttpContext context, string token, CancellationToken stop)
    {
        if (context.Request.Cookies[Cookie] != token) return null;
        await using var command = database.CreateCommand("select sealed from kept_form where token_hash = $1 and kept_at > $2");
        command.Parameters.Add(new() { Value = SessionTokens.Hash(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() - Lives });
        if (await command.ExecuteScalarAsync(stop) is not byte[] stored) return null;
        try
        {
            return JsonSerializer.Deserialize<KeptWords>(_protector.Unprotect(stored));
        }
        catch (CryptographicException)
        {
            // Sealed with a key that is lost.
            return null;
        }
    }
}
