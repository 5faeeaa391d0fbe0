using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.Spool;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lifeguard.Filtering.Storage.Log;

internal sealed partial class GateLogDoor(
    GateSettings settings, GatePlaces places, GateKeys keys, LoadSegments load, OrganisationScope scope, IOrganisationSettings organisationSettings,
    NpgsqlDataSource database, TimeProvider clock, ILogger<GateLogDoor> log) : IGateLog
{
    // At most so much at once: a site that was away for long comes back step by step.
    private const int MostRows = 400_000;
    private const int MostSegments = 512;

    public async Task<GateLoad> LoadAsync(CancellationToken stop)
    {
        if (settings.Folder is null) return default;
        using var key = keys.Prepare();
        var reader = new SpoolReader(settings.At(GateKeys.Spool), key);
        if (reader.Waiting(1).Count == 0) return default;
        scope.OpenTo("gate log");
        if (await places.OwnerAsync(stop) is not { } org) return default;

        var keptDays = await DaysAsync(org, KeptDays.Raw, stop);
        var done = new GateLoad();
        var next = Open(reader, []);
        while (true)
        {
            var batch = next;
            done = done with { SetAside = done.SetAside + batch.SetAside };
            if (batch.Segments.Count == 0)
            {
                if (batch.SetAside == 0) return done;
                next = Open(reader, []);
                continue;
            }

            // While the database takes these in, the next are opened.
            var opening = Task.Run(() => Open(reader, batch.Names), CancellationToken.None);
            try
            {
                var mayGo = await load.RunAsync(org, batch.Segments, keptDays, stop);
                for (var at = 0; at < mayGo.Count; at++)
                {
                    if (mayGo[at]) reader.Delete(batch.Names[at]);
                    else SetAside(reader, batch.Names[at], SegmentFault.Replayed);
                }
            }
            finally
            {
                next = await opening;
            }

            done = done with { Segments = done.Segments + batch.Segments.Count, Rows = done.Rows + batch.Segments.Sum(segment => (long)segment.Rows.Length) };
            var lost = batch.Segments.Sum(segment => segment.Lost);
            if (lost > 0) WereLost(log, lost);
        }
    }

    public async Task EndDaysAsync(CancellationToken stop)
    {
        scope.OpenTo("gate log");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var owners = await places.KnownAsync(stop);
        if (owners.Count == 0) return;

        var longest = 0;
        foreach (var org in owners)
        {
            var raw = await DaysAsync(org, KeptDays.Raw, stop);
            longest = Math.Max(longest, raw);
            var figures = today.AddDays(-await DaysAsync(org, KeptDays.Figures, stop));
            await DeleteAsync(org, "delete from gate_person_day where org = $1 and day < $2", figures, stop);
            await DeleteAsync(org, "delete from gate_category_day where org = $1 and day < $2", figures, stop);
            // Longer than any spool waits: what is not known any more would be loaded again.
            await DeleteAsync(org, "delete from gate_segment where org = $1 and made_at < $2::date", figures, stop);
            await DeleteAsync(org, "delete from gate_alarm where org = $1 and ended_at < $2::date", figures, stop);
        }

        // What is over is looked up by person from now on; of today the last minutes are, and they lie together.
        for (var day = today.AddDays(-longest); day < today; day = day.AddDays(1))
        {
            await using var close = database.CreateCommand("select lg_gate_close($1)");
            close.Parameters.Add(new() { Value = day });
            await close.ExecuteNonQueryAsync(stop);
        }

        await using (var drop = database.CreateCommand("select lg_gate_drop($1)"))
        {
            drop.Parameters.Add(new() { Value = today.AddDays(-longest) });
            await drop.ExecuteNonQueryAsync(stop);
        }

        // Names that only dropped days knew.
        var unused = today.AddDays(-longest - KnownNames.UsedAgainAfter - 1);
        foreach (var org in owners)
        {
            await DeleteAsync(org, "delete from gate_host where org = $1 and used_on < $2", unused, stop);
            await DeleteAsync(org, "delete from gate_asker where org = $1 and used_on < $2", unused, stop);
            await DeleteAsync(org, "delete from gate_person p where org = $1 and $2 is not null and not exists (select from gate_asker a where a.person = p.id) and not exists (select from gate_person_day d where d.person = p.id)", unused, stop);
        }
    }

    private Batch Open(SpoolReader reader, List<string> except)
    {
        var batch = new Batch([], [], 0);
        var rows = 0;
        foreach (var name in reader.Waiting(MostSegments + except.Count).Except(except))
        {
            if (rows >= MostRows) break;
            var segment = reader.Open(name, out var fault);
            if (segment is not null)
            {
                batch.Names.Add(name);
                batch.Segments.Add(segment);
                rows += segment.Rows.Length;
            }
            else if (fault != SegmentFault.None)
            {
                SetAside(reader, name, fault);
                batch = batch with { SetAside = batch.SetAside + 1 };
            }
        }

        return batch;
    }

    private void SetAside(SpoolReader reader, string name, SegmentFault fault)
    {
        reader.SetAside(name, fault);
        NotLoaded(log, fault.ToString());
    }

    private sealed record Batch(List<string> Names, List<Segment> Segments, int SetAside);

    private async Task<int> DaysAsync(Guid org, Setting setting, CancellationToken stop) => setting.Read(await organisationSettings.ValueAsync(org, setting.Key, stop))[0];

    private async Task DeleteAsync(Guid org, string sql, DateOnly before, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var open = new NpgsqlCommand("select set_config('lg.orgs', $1, true)", connection))
        {
            open.Parameters.Add(new() { Value = "{" + org.ToString("D") + "}" });
            await open.ExecuteNonQueryAsync(stop);
        }

        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = org });
        command.Parameters.Add(new() { Value = before });
        await command.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
    }

    [LoggerMessage(1601, LogLevel.Warning, "A segment of the gate's log was set aside ({Fault}); it lies in the spool's folder \"aside\"")]
    private static partial void NotLoaded(ILogger logger, string fault);

    [LoggerMessage(1602, LogLevel.Warning, "The gate could not keep {Lost} of its decisions, because its spool was full or not read")]
    private static partial void WereLost(ILogger logger, long lost);
}
