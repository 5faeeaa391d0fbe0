using System.Text.Json;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Lifeguard.Upkeep.Contracts;
using Lifeguard.Upkeep.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Upkeep.Storage;

/// <summary>
/// Reads what the journal says of backups. They belong to no organisation, and a viewer's own stay as they are: the question is asked
/// in a scope of its own, and its answer names nobody.
/// </summary>
internal sealed class FindBackups(IServiceScopeFactory scopes, NpgsqlDataSource database, TimeProvider clock)
{
    private const int Shown = 14;

    public async Task<BackupState> RunAsync(CancellationToken stop)
    {
        await using var inside = scopes.CreateAsyncScope();
        inside.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("backups");
        var store = inside.ServiceProvider.GetRequiredService<Store>();
        var backups = (await RowsAsync(store, nameof(BackupMade), Shown, stop))
            .Select(row => Read<BackupMade>(row) is { } made ? new BackupLine(row.At, made.Name, made.Bytes, made.Seconds) : null).OfType<BackupLine>().ToList();
        var drill = (await RowsAsync(store, nameof(RestoreProved), 1, stop))
            .Select(row => Read<RestoreProved>(row) is { } proved ? new DrillLine(row.At, proved.Name, proved.StateAt, proved.Seconds, proved.JournalRows, proved.Records, proved.People) : null).FirstOrDefault();
        return new BackupState(clock.GetUtcNow(), backups, drill, await LogAsync(stop));
    }

    private static Task<List<JournalRow>> RowsAsync(Store store, string act, int most, CancellationToken stop) => store.Set<JournalRow>().AsNoTracking()
        .Where(row => row.RecordId == UpkeepRecord.Ref.Id && row.Act == act).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(most).ToListAsync(stop);

    private static T? Read<T>(JournalRow row) where T : class => row.Payload is null ? null : JsonSerializer.Deserialize<T>(row.Payload);

    private async Task<LogState> LogAsync(CancellationToken stop)
    {
        // "/bin/true" hands the log to nobody: that is how a database begins, before backups are set up.
        await using var command = database.CreateCommand(
            """
            select current_setting('archive_mode') <> 'off' and coalesce((select setting from pg_settings where name = 'archive_command'), '') not in ('', '/bin/true', '(disabled)'),
                last_archived_time, last_failed_time
            from pg_stat_archiver
            """);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new LogState(reader.GetBoolean(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2));
    }
}
