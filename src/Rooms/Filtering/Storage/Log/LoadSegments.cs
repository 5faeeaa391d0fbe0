using Lifeguard.Filtering.Spool;
using Npgsql;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>
/// Loads segments in one transaction: their marks, so that none is loaded twice; names; raw rows, copied into their days; and what is added
/// up of them. Either all of it stands there or nothing.
/// </summary>
internal sealed class LoadSegments(NpgsqlDataSource database, TimeProvider clock)
{
    private const long MillisecondsADay = 86_400_000;

    // One after the other, whichever copy of the site: numbers and sums are read and written.
    private const long Turn = 0x4C47_4741_5445;

    private readonly KnownNames _known = new();

    /// <returns>Of each segment whether its file may go (it is loaded, now or before) or is a replay.</returns>
    public async Task<IReadOnlyList<bool>> RunAsync(Guid org, IReadOnlyList<Segment> segments, int keptDays, CancellationToken stop)
    {
        try
        {
            return await LoadAsync(org, segments, keptDays, stop);
        }
        catch
        {
            _known.Forget();
            throw;
        }
    }

    private async Task<IReadOnlyList<bool>> LoadAsync(Guid org, IReadOnlyList<Segment> segments, int keptDays, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        // A clock of a gateway that is wrong must not make days without end.
        var (first, last) = (DayNumber(today) - keptDays, DayNumber(today) + 1);
        var days = segments.SelectMany(segment => segment.Rows).Select(row => row.At / MillisecondsADay).Where(day => day >= first && day <= last).Distinct().Order().ToList();

        await using var connection = await database.OpenConnectionAsync(stop);
        await MakeDaysAsync(connection, days, stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await RunAsync(connection, $"select pg_advisory_xact_lock({Turn})", stop);
        await RunAsync(connection, "select set_config('lg.orgs', $1, true)", stop, "{" + org.ToString("D") + "}");

        var (mayGo, news) = await MarkAsync(connection, org, segments, first, last, now, stop);
        if (news.Count > 0)
        {
            await _known.BeginAsync(connection, org, today, stop);
            var numbers = new List<SegmentNumbers>(news.Count);
            foreach (var segment in news) numbers.Add(await _known.OfAsync(connection, segment, stop));
            var sums = new Sums();
            foreach (var day in days) await CopyAsync(connection, day, news, numbers, sums, stop);
            await sums.WriteAsync(connection, org, stop);
        }

        await transaction.CommitAsync(stop);
        return mayGo;
    }

    // In transactions of their own: a day that is being made keeps readers waiting.
    private static async Task MakeDaysAsync(NpgsqlConnection connection, List<long> days, CancellationToken stop)
    {
        foreach (var day in days)
        {
            await using var there = new NpgsqlCommand("select to_regclass($1) is not null", connection);
            there.Parameters.Add(new() { Value = "gate_log." + RowStream.PartitionOf(DayOf(day)) });
            if ((bool)(await there.ExecuteScalarAsync(stop))!) continue;
            await using var making = await connection.BeginTransactionAsync(stop);
            await RunAsync(connection, $"select pg_advisory_xact_lock({Turn})", stop);
            await RunAsync(connection, "select lg_gate_day($1)", stop, DayOf(day));
            await making.CommitAsync(stop);
        }
    }

    private static async Task<(bool[] MayGo, List<Segment> News)> MarkAsync(
        NpgsqlConnection connection, Guid org, IReadOnlyList<Segment> segments, long first, long last, DateTimeOffset now, CancellationToken stop)
    {
        var mayGo = new bool[segments.Count];
        var news = new List<Segment>(segments.Count);
        for (var at = 0; at < segments.Count; at++)
        {
            var segment = segments[at];
            var outOfTime = segment.Rows.Count(row => row.At / MillisecondsADay < first || row.At / MillisecondsADay > last);
            await using var command = new NpgsqlCommand(
                """
                insert into gate_segment (id, org, digest, gateway, made_at, loaded_at, rows, lost, out_of_time, took, slowest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                on conflict (id) do nothing
                """, connection);
            foreach (var value in new object[] { segment.Id, org, segment.Digest, segment.Gateway, segment.MadeAt, now, segment.Rows.Length, segment.Lost, outOfTime, segment.Rows.Sum(row => (long)row.Microseconds), segment.Rows.Length == 0 ? 0 : segment.Rows.Max(row => row.Microseconds) })
                command.Parameters.Add(new() { Value = value });
            if (await command.ExecuteNonQueryAsync(stop) == 1)
            {
                mayGo[at] = true;
                news.Add(segment);
                continue;
            }

            await using var same = new NpgsqlCommand("select digest = $2 from gate_segment where id = $1", connection);
            same.Parameters.Add(new() { Value = segment.Id });
            same.Parameters.Add(new() { Value = segment.Digest });
            mayGo[at] = await same.ExecuteScalarAsync(stop) is true;
        }

        return (mayGo, news);
    }

    private async Task CopyAsync(NpgsqlConnection connection, long day, List<Segment> segments, List<SegmentNumbers> numbers, Sums sums, CancellationToken stop)
    {
        var date = DayOf(day);
        var midnight = day * MillisecondsADay;
        await using var rows = await RowStream.OpenAsync(connection, date, stop);
        for (var at = 0; at < segments.Count; at++)
        {
            var (segment, number) = (segments[at], numbers[at]);
            var tallies = new DayTally?[segment.Askers.Length];
            foreach (var row in segment.Rows)
            {
                var since = row.At - midnight;
                if (since is < 0 or >= MillisecondsADay) continue;
                if (rows.IsFull) await rows.FlushAsync(stop);
                rows.Add(row.At, number.Askers[row.Asker], number.Hosts[row.Host], number.Decisions[row.Decision], _known.Place, segment.Path(row).Span);
                var tally = tallies[row.Asker] ??= sums.Of(number.People[row.Asker], date);
                tally.Add(number.Categories[row.Decision], number.Actions[row.Decision], (int)(since / 3_600_000));
            }
        }

        await rows.CompleteAsync(stop);
    }

    private static DateOnly DayOf(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day));

    private static long DayNumber(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop, object? value = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (value is not null) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(stop);
    }
}
