using System.Globalization;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Lifeguard.Cli.Backups;

/// <summary>What a restored database must show before anybody trusts it: a journal without a gap that agrees with the witness, and rows.</summary>
internal sealed class RestoreCheck(IConfiguration configuration, TimeProvider clock)
{
    private const string Program = "lifeguard-verifier";
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    public async Task<RestoredFacts> RunAsync(string connection, BackupManifest manifest, string witness, CancellationToken stop)
    {
        var facts = await CountAsync(connection, stop);
        if (facts.Position < manifest.Position)
            throw new BackupRefused(string.Create(CultureInfo.InvariantCulture, $"The restored journal ends at position {facts.Position}; when the backup was made it had reached {manifest.Position}. Do not use this backup."));

        // Rows after the last seal were not sealed yet when the copy was made, however long ago that is by now. One that lies before it is
        // what the verifier looks for.
        var tail = facts.UnsealedFrom is { } first && first >= facts.SealedTo - AtOnce ? (long)(clock.GetUtcNow() - first).TotalMinutes + 1 : 0;
        var marks = new FileInfo(witness).Length > 0 ? witness : "";
        var end = await Programs.RunAsync("\"$1\" verify --quiet --entries --tail-minutes \"$2\" ${3:+--witness \"$3\"}",
            [Verifier(), Math.Max(10, tail).ToString(CultureInfo.InvariantCulture), marks], stop, new Dictionary<string, string> { ["ConnectionStrings__Backup"] = connection });
        if (end.Code != 0) throw new BackupRefused($"The journal of this backup does not hold what it should:\n{end.Said}{end.Complained}Do not use this backup; use an earlier one, and find out who could write in the backups' folder.");
        return facts;
    }

    private static async Task<RestoredFacts> CountAsync(string connection, CancellationToken stop)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync(stop);
        await using var command = new NpgsqlCommand(
            """
            select (select count(*) from journal), coalesce((select max(position) from journal_seal), 0), (select max(at) from journal),
                (select count(*) from incident), (select count(*) from person),
                (select min(at) from journal j where not exists (select 1 from journal_seal s where s.journal_id = j.id)),
                coalesce((select max(at) from journal j join journal_seal s on s.journal_id = j.id), 'epoch')
            """, opened)
        { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new RestoredFacts(reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? DateTimeOffset.UnixEpoch : reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3), reader.GetInt64(4),
            reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6));
    }

    private string Verifier() => configuration["Lifeguard:Verifier"] is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(AppContext.BaseDirectory, Program);
}

/// <param name="StateAt">When the newest thing in it was written.</param>
/// <param name="UnsealedFrom">The oldest row without a seal, or null.</param>
/// <param name="SealedTo">The newest row with one.</param>
internal sealed record RestoredFacts(long JournalRows, long Position, DateTimeOffset StateAt, long Records, long People, DateTimeOffset? UnsealedFrom, DateTimeOffset SealedTo);
