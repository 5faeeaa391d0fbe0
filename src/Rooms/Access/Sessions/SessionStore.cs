using System.Security.Claims;
using Lifeguard.Access.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Lifeguard.Access.Sessions;

/// <summary>
/// Sessions live on the server: the cookie carries a random name, and ending a row ends the browser's way in at its next request.
/// When a session was last seen is not news about a record, so it is written without a journal row.
/// </summary>
internal sealed class SessionStore(NpgsqlDataSource database, TimeProvider clock, IOptions<AccessSettings> settings) : ITicketStore
{
    public const string Scheme = "lifeguard";
    public const string AccountClaim = "account";

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var now = clock.GetUtcNow();
        var token = SessionTokens.New();
        await using var command = database.CreateCommand(
            "insert into session (id, token_hash, account_id, started_at, ends_at, last_seen_at) values ($1, $2, $3, $4, $5, $4)");
        command.Parameters.Add(new() { Value = Guid.CreateVersion7(now) });
        command.Parameters.Add(new() { Value = SessionTokens.Hash(token) });
        command.Parameters.Add(new() { Value = Guid.Parse(ticket.Principal.FindFirstValue(AccountClaim)!) });
        command.Parameters.Add(new() { Value = now.ToUniversalTime() });
        command.Parameters.Add(new() { Value = (now + settings.Value.Longest).ToUniversalTime() });
        await command.ExecuteNonQueryAsync();
        return token;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        await using var command = database.CreateCommand(
            """
            select s.account_id, s.last_seen_at, s.ends_at from session s join account a on a.id = s.account_id
            where s.token_hash = $1 and s.ended_at is null and s.ends_at > $2 and s.last_seen_at > $3 and a.closed_at is null
            """);
        command.Parameters.Add(new() { Value = SessionTokens.Hash(key) });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - settings.Value.Idle });
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return null;

        var account = reader.GetGuid(0);
        var lastSeen = reader.GetFieldValue<DateTimeOffset>(1);
        var ends = reader.GetFieldValue<DateTimeOffset>(2);
        await reader.CloseAsync();
        if (now - lastSeen > TimeSpan.FromSeconds(30)) await SeenAsync(key, now);

        var who = new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccountClaim, account.ToString())], Scheme));
        return new AuthenticationTicket(who, new AuthenticationProperties { ExpiresUtc = ends }, Scheme);
    }

    // Idle time is counted by rows, not by the cookie's own dates.
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public async Task RemoveAsync(string key)
    {
        await using var command = database.CreateCommand("update session set ended_at = $2 where token_hash = $1 and ended_at is null");
        command.Parameters.Add(new() { Value = SessionTokens.Hash(key) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        await command.ExecuteNonQueryAsync();
    }

    private async Task SeenAsync(string key, DateTimeOffset now)
    {
        await using var command = database.CreateCommand("update session set last_seen_at = $2 where token_hash = $1");
        command.Parameters.Add(new() { Value = SessionTokens.Hash(key) });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync();
    }
}
