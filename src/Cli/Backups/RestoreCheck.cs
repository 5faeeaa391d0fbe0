using System.Globalization;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Lifeguard.Cli.Backups;

/// <summary>What a restored database must show before anybody trusts it: a journal without a gap that agrees with the witness, and rows.</summary>
internal sealed class RestoreCheck(IConfiguration configuration, TimeProvider clock)
{
    private const string Program = "lifeguard-verifier";

    public async Task<RestoredFacts> RunAsync(string connection, BackupManifest manifest, string witness, CancellationToken stop)
    {
        var facts = await CountAsync(connection, stop);
        if (facts.Position < manifest.Position)
            throw new BackupRefused(string.Create(CultureInfo.InvariantCulture, $"The restored journal ends at position {facts.Position}; when the backup was made it had reached {manifest.Position}. Do not use this backup."));

        // Rows of the last moment before the copy were not sealed yet, however long ago that is by now.
        var tail = (long)(clock.GetUtcNow() - facts.StateAt).TotalMinutes + 10;
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
                (select count(*) from incident), (select count(*) from person)
            """, opened)
        { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new RestoredFacts(reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? DateTimeOffset.UnixEpoch : reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3), reader.GetInt64(4));
    }

    private string Verifier() => configuration["Lifeguard:Verifier"] is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(AppContext.BaseDirectory, Program);
}

/// <param name="StateAt">When the newest thing in it was written.</param>
internal sealed record RestoredFacts(long JournalRows, long Position, DateTimeOffset StateAt, long Records, long People);
