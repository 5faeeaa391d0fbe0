using Lifeguard.Access.Model;
using Lifeguard.Storage.Almanac;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Lifeguard.Access.Sessions;

/// <summary>
/// Sessions live on the server: the cookie carries a random name, and ending a row ends the browser's way in at its next request.
/// When a session was last seen is not news about a record, so it is written without a journal row.
/// </summary>
internal sealed class SessionStore(NpgsqlDataSource database, TimeProvider clock, IOptions<AccessSettings> settings)
{
    public const string Scheme = "lifeguard";

    private static readonly TimeSpan SeenAgainAfter = TimeSpan.FromSeconds(30);

    private DateTimeOffset Now => clock.GetUtcNow().ToUniversalTime();

    /// <returns>The token that the browser keeps.</returns>
    public async Task<string> BeginAsync(SessionToBegin begin, CancellationToken stop)
    {
        var token = SessionTokens.New();
        await using var command = database.CreateCommand(
            """
            insert into session (id, token_hash, account_id, started_at, ends_at, last_seen_at, way, proved_at, device, is_shared, idle_for)
            values ($1, $2, $3, $4, $5, $4, $6, $7, $8, $9, $10)
            """);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7(Now) });
        command.Parameters.Add(new() { Value = SessionTokens.Hash(token) });
        command.Parameters.Add(new() { Value = begin.AccountId });
        command.Parameters.Add(new() { Value = Now });
        command.Parameters.Add(new() { Value = Now + settings.Value.Longest });
        command.Parameters.Add(new() { Value = begin.Way.ToString() });
        command.Parameters.Add(new() { Value = begin.Proved ? Now : DBNull.Value });
        command.Parameters.Add(new() { Value = begin.Device });
        command.Parameters.Add(new() { Value = begin.IsShared });
        command.Parameters.Add(new() { Value = begin.IdleFor });
        await command.ExecuteNonQueryAsync(stop);
        return token;
    }

    /// <summary>The session of a token and whose it is; null when it is over. One question, also for what the almanac needs.</summary>
    public async Task<SessionFound?> FindAsync(string token, Edition edition, CancellationToken stop)
    {
        var now = Now;
        await using var command = database.CreateCommand(
            $"""
            select s.id, s.account_id, a.identity_id, a.home_org, s.last_seen_at, s.way, s.proved_at, s.is_shared, {Edition.MarkSql}
            from session s join account a on a.id = s.account_id
            where s.token_hash = $1 and s.ended_at is null and s.ends_at > $2 and s.last_seen_at > $2 - s.idle_for and a.closed_at is null
            """);
        command.Parameters.Add(new() { Value = SessionTokens.Hash(token) });
        command.Parameters.Add(new() { Value = now });
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return null;

        var found = new SessionFound(reader.GetGuid(0), new SessionOwner(reader.GetGuid(1), reader.GetGuid(2), reader.GetGuid(3)),
            Enum.Parse<SignInWay>(reader.GetString(5)), reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6), reader.GetBoolean(7));
        var lastSeen = reader.GetFieldValue<DateTimeOffset>(4);
        if (!reader.IsDBNull(8)) edition.Began(reader.GetGuid(8));
        await reader.CloseAsync();
        if (now - lastSeen > SeenAgainAfter) await RunAsync("update session set last_seen_at = $2 where id = $1", found.Id, now, stop);
        return found;
    }

    public Task EndAsync(string token, CancellationToken stop) =>
        RunAsync("update session set ended_at = $2 where token_hash = $1 and ended_at is null", SessionTokens.Hash(token), Now, stop);

    /// <summary>The same session goes on under a new token, and the old one opens nothing.</summary>
    public async Task<string> RotateAsync(Guid sessionId, bool proved, CancellationToken stop)
    {
        var token = SessionTokens.New();
        await using var command = database.CreateCommand("update session set token_hash = $2, proved_at = coalesce($3, proved_at) where id = $1 and ended_at is null");
        command.Parameters.Add(new() { Value = sessionId });
        command.Parameters.Add(new() { Value = SessionTokens.Hash(token) });
        command.Parameters.Add(new() { Value = proved ? Now : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(stop);
        return token;
    }

    private async Task RunAsync(string sql, object which, DateTimeOffset now, CancellationToken stop)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = which });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <param name="Proved">Whether a second factor, or a passkey, was given with it.</param>
internal sealed record SessionToBegin(Guid AccountId, SignInWay Way, bool Proved, string Device, bool IsShared, TimeSpan IdleFor);

/// <summary>The session of this request.</summary>
internal sealed record SessionFound(Guid Id, SessionOwner Owner, SignInWay Way, DateTimeOffset? ProvedAt, bool IsShared)
{
    public bool IsDemonstration => Way == SignInWay.Demonstration;
}
