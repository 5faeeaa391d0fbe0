using Lifeguard.Access.Model;
using Lifeguard.Storage.Almanac;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var now = clock.GetUtcNow();
        var token = SessionTokens.New();
        await using var command = database.CreateCommand(
            "insert into session (id, token_hash, account_id, started_at, ends_at, last_seen_at) values ($1, $2, $3, $4, $5, $4)");
        command.Parameters.Add(new() { Value = Guid.CreateVersion7(now) });
        command.Parameters.Add(new() { Value = SessionTokens.Hash(token) });
        command.Parameters.Add(new() { Value = SessionOwner.Of(ticket.Principal)!.Value.AccountId });
        command.Parameters.Add(new() { Value = now.ToUniversalTime() });
        command.Parameters.Add(new() { Value = (now + settings.Value.Longest).ToUniversalTime() });
        await command.ExecuteNonQueryAsync();
        return token;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, null, CancellationToken.None);

    Task<AuthenticationTicket?> ITicketStore.RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        RetrieveAsync(key, httpContext.RequestServices.GetRequiredService<Edition>(), cancellationToken);

    private async Task<AuthenticationTicket?> RetrieveAsync(string key, Edition? edition, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        await using var command = database.CreateCommand(
            $"""
            select s.account_id, a.identity_id, a.home_org, s.last_seen_at, s.ends_at, {Edition.MarkSql} from session s join account a on a.id = s.account_id
            where s.token_hash = $1 and s.ended_at is null and s.ends_at > $2 and s.last_seen_at > $3 and a.closed_at is null
            """);
        command.Parameters.Add(new() { Value = SessionTokens.Hash(key) });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - settings.Value.Idle });
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return null;

        var owner = new SessionOwner(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2));
        var lastSeen = reader.GetFieldValue<DateTimeOffset>(3);
        var ends = reader.GetFieldValue<DateTimeOffset>(4);
        if (!reader.IsDBNull(5)) edition?.Began(reader.GetGuid(5));
        await reader.CloseAsync();
        if (now - lastSeen > TimeSpan.FromSeconds(30)) await SeenAsync(key, now);

        return new AuthenticationTicket(owner.Principal(), new AuthenticationProperties { ExpiresUtc = ends }, Scheme);
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
