using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lifeguard.Storage.Journal;

/// <summary>
/// Gives committed rows their place in the chain. One sealer at a time, elected by an advisory lock; writers never wait for it,
/// and a long transaction delays only its own rows, because positions are given after commit and never by a sequence.
/// </summary>
/// <remarks>
/// Only rows that nobody can still be hiding behind an older snapshot matter: a row becomes visible when its transaction commits,
/// and is then picked up by the anti-join on <c>journal_seal</c>, however late that is.
/// </remarks>
public sealed partial class Sealer(NpgsqlDataSource database, TimeProvider clock, ILogger<Sealer> log)
{
    private const long ElectionKey = 0x4C47_5345_414C; // "LGSEAL"
    private const int BatchSize = 5_000;

    // Almost every row commits within moments of its time, so each look goes a little way back and seldom further; the full look catches stragglers.
    private static readonly TimeSpan ShortLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongLook = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongLookEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FullLookEvery = TimeSpan.FromMinutes(5);
    private DateTimeOffset _lastLongLook = DateTimeOffset.MinValue;
    private DateTimeOffset _lastFullLook = DateTimeOffset.MinValue;

    // Where a full look that takes several batches goes on: everything before is sealed, and looking again would cost more each time.
    private DateTimeOffset _fullLookFrom = DateTimeOffset.UnixEpoch;

    /// <summary>Seals what is committed and unsealed; answers how many rows, or null when another sealer is elected.</summary>
    public async Task<int?> SealAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        if (!await ElectedAsync(connection, stop)) return null;

        await SeeEverythingAsync(connection, stop);
        var (position, chain) = await HeadAsync(connection, stop);
        var rows = await UnsealedAsync(connection, stop);
        if (rows.Count == 0) return 0;

        var now = JournalFormat.ToMicroseconds(clock.GetUtcNow());
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy journal_seal (position, journal_id, commitment, chain, sealed_at) from stdin (format binary)", stop))
        {
            foreach (var (id, commitment) in rows)
            {
                position++;
                chain = JournalFormat.Chain(chain, position, commitment);
                await copy.StartRowAsync(stop);
                await copy.WriteAsync(position, stop);
                await copy.WriteAsync(id, stop);
                await copy.WriteAsync(commitment, stop);
                await copy.WriteAsync(chain, stop);
                await copy.WriteAsync(now, stop);
            }

            await copy.CompleteAsync(stop);
        }

        await transaction.CommitAsync(stop);
        Sealed(log, rows.Count, position);
        return rows.Count;
    }

    /// <summary>The last position and its chain value, for a witness outside the database; position 0 when nothing is sealed.</summary>
    public async Task<(long Position, byte[] Chain)> HeadAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return await HeadAsync(connection, stop);
    }

    private static async Task<bool> ElectedAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection);
        command.Parameters.Add(new() { Value = ElectionKey });
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    private static async Task SeeEverythingAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(Walls.OrganisationScope.EverythingSql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<(long, byte[])> HeadAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select position, chain from journal_seal order by position desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, new byte[32]);
    }

    private async Task<List<(Guid Id, byte[] Commitment)>> UnsealedAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var isLong = now - _lastLongLook >= LongLookEvery;
        var recent = (now - LongLook).ToUniversalTime();
        var isDue = now - _lastFullLook > FullLookEvery;
        var full = isDue && (_fullLookFrom > DateTimeOffset.UnixEpoch || await AnyStragglerAsync(connection, recent, stop));
        if (isDue && !full) _lastFullLook = now;
        await using var command = new NpgsqlCommand(
            """
            select j.id, j.commitment, j.at from journal j
            where j.at >= $1 and not exists (select 1 from journal_seal s where s.journal_id = j.id)
            order by j.at, j.id limit $2
            """, connection);
        command.Parameters.Add(new() { Value = full ? _fullLookFrom : isLong ? recent : (now - ShortLook).ToUniversalTime() });
        command.Parameters.Add(new() { Value = BatchSize });
        var rows = new List<(Guid, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        var last = DateTimeOffset.UnixEpoch;
        while (await reader.ReadAsync(stop))
        {
            rows.Add((reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
            last = reader.GetFieldValue<DateTimeOffset>(2);
        }

        // A long look that fills its batch has more to find, and is taken again at once.
        if (isLong && !full && rows.Count < BatchSize) _lastLongLook = now;
        if (full && rows.Count == BatchSize) _fullLookFrom = last;
        else if (full) (_lastFullLook, _fullLookFrom) = (now, DateTimeOffset.UnixEpoch);
        return rows;
    }

    // Counting is cheap where looking at millions of rows is not: more rows than seals, beyond the recent ones that wait their turn.
    private static async Task<bool> AnyStragglerAsync(NpgsqlConnection connection, DateTimeOffset recent, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            """
            select (select count(*) from journal) - (select count(*) from journal_seal)
                 > (select count(*) from journal j where j.at >= $1 and not exists (select 1 from journal_seal s where s.journal_id = j.id))
            """, connection);
        command.Parameters.Add(new() { Value = recent });
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    [LoggerMessage(1101, LogLevel.Debug, "Sealed {Count} journal rows up to position {Position}")]
    private static partial void Sealed(ILogger logger, int count, long position);
}
