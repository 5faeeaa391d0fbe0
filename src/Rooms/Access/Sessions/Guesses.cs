using System.Security.Cryptography;
using System.Text;
using Lifeguard.Access.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Lifeguard.Access.Sessions;

/// <summary>
/// Counts guesses, whether the address is known or not. A try is written down before it is looked at, in a statement of its own, so that
/// a hundred at once are a hundred. Computers that an account knows have a count of their own: guessing elsewhere never keeps them out.
/// </summary>
internal sealed class Guesses(NpgsqlDataSource database, IOptions<AccessSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Notes a try and says whether it may be looked at.</summary>
    public async Task<TryAllowed> BeginAsync(HttpContext context, string name, Guid? device, bool isCode, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        var id = Guid.CreateVersion7(now);
        var nameHash = HashOf(name.Trim().ToUpperInvariant());
        var fromHash = HashOf(context.Connection.RemoteIpAddress?.ToString() ?? "");
        await using (var insert = database.CreateCommand("insert into guess (id, name_hash, device, from_hash, is_code, at) values ($1, $2, $3, $4, $5, $6)"))
        {
            insert.Parameters.Add(new() { Value = id });
            insert.Parameters.Add(new() { Value = nameHash });
            insert.Parameters.Add(new() { Value = device is { } known ? known : DBNull.Value });
            insert.Parameters.Add(new() { Value = fromHash });
            insert.Parameters.Add(new() { Value = isCode });
            insert.Parameters.Add(new() { Value = now });
            await insert.ExecuteNonQueryAsync(stop);
        }

        var isSpread = device is null && await IsSpreadAsync(fromHash, now, stop);
        if (!isSpread && await IsWithinLimitsAsync(nameHash, device, isCode, now, stop)) return new TryAllowed(id, true, false);

        // One that was not looked at taught nobody anything, and does not lengthen the wait.
        if (!isSpread) await ForgetAsync(id, stop);
        return new TryAllowed(id, false, isSpread);
    }

    /// <summary>It was right: it was no guess.</summary>
    public async Task ForgetAsync(Guid id, CancellationToken stop)
    {
        await using var command = database.CreateCommand("delete from guess where id = $1");
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<bool> IsWithinLimitsAsync(byte[] nameHash, Guid? device, bool isCode, DateTimeOffset now, CancellationToken stop)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) filter (where at > $3 and device is not distinct from $2), count(*) filter (where is_code and (device is null) = ($2::uuid is null))
            from guess where name_hash = $1 and at > $4
            """);
        command.Parameters.Add(new() { Value = nameHash });
        command.Parameters.Add(new() { Value = device is { } known ? known : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = now - settings.Value.GuessesWithin });
        command.Parameters.Add(new() { Value = now - Day });
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return reader.GetInt64(0) <= settings.Value.Guesses && (!isCode || reader.GetInt64(1) <= settings.Value.CodesADay);
    }

    // Somebody who tries one password on everybody stays under every account's limit.
    private async Task<bool> IsSpreadAsync(byte[] fromHash, DateTimeOffset now, CancellationToken stop)
    {
        await using var command = database.CreateCommand("select count(distinct name_hash) >= $3 and count(*) >= $4 from guess where from_hash = $1 and at > $2 and device is null");
        command.Parameters.Add(new() { Value = fromHash });
        command.Parameters.Add(new() { Value = now - settings.Value.SpreadWithin });
        command.Parameters.Add(new() { Value = (long)settings.Value.SpreadNames });
        command.Parameters.Add(new() { Value = (long)settings.Value.SpreadGuesses });
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>Whether somebody has guessed at many accounts from one address since yesterday. In pieces as long as the limit looks back.</summary>
    public async Task<bool> WereSpreadLatelyAsync(CancellationToken stop)
    {
        await using var command = database.CreateCommand(
            """
            select exists (select from guess where at > $1 and device is null
              group by from_hash, date_bin($2, at, timestamptz '2020-01-01') having count(distinct name_hash) >= $3 and count(*) >= $4)
            """);
        command.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() - Day });
        command.Parameters.Add(new() { Value = settings.Value.SpreadWithin });
        command.Parameters.Add(new() { Value = (long)settings.Value.SpreadNames });
        command.Parameters.Add(new() { Value = (long)settings.Value.SpreadGuesses });
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <param name="MayTry">False: nothing typed is looked at, and the answer is the one for a wrong guess.</param>
/// <param name="IsSpread">The address guesses at many accounts.</param>
internal sealed record TryAllowed(Guid Id, bool MayTry, bool IsSpread);
