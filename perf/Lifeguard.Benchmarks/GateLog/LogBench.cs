using System.Diagnostics;
using System.Globalization;
using Lifeguard.Benchmarks.Filling;
using Npgsql;

namespace Lifeguard.Benchmarks.GateLog;

/// <summary>
/// The gate's log beside its peers, in turn, in one run: a bare loop of binary COPY into a plain table, that table's indexed questions, and
/// DuckDB with one thread. ROWS says how many rows (10,000,000), PAIRS how often in turn (3), LIFEGUARD_URLS names a file of addresses.
/// Every store holds when, who, from where, host, path, category and what became of it. The plain table also has a status and a time for
/// each row, eight bytes, which ours has not (it adds times up by segment); ours also has level, reason, list and rule, which it has not.
/// None counts bytes: a gateway judges before an answer comes.
/// </summary>
internal static class LogBench
{
    private const string Plain = "lg_plain_log";
    private static readonly string[] Names = ["one user, by category", "all users", "one day, by category"];

    public static async Task<int> RunAsync(string owner, string app)
    {
        var count = long.Parse(Environment.GetEnvironmentVariable("ROWS") ?? "10000000", CultureInfo.InvariantCulture);
        var pairs = int.Parse(Environment.GetEnvironmentVariable("PAIRS") ?? "3", CultureInfo.InvariantCulture);
        var rows = LogRows.Over(Environment.GetEnvironmentVariable("LIFEGUARD_URLS"));
        await using var ours = await OurLog.MakeAsync(owner, app);
        var spooled = Stopwatch.StartNew();
        var spoolBytes = ours.WriteSpool(rows, count);
        Say($"{count:N0} rows; a gateway's spool of them: {count / spooled.Elapsed.TotalSeconds:N0} rows/s written, {spoolBytes / (double)count:N1} bytes a row");

        await MakePlainAsync(owner);
        var plain = new PlainTable(TenYears.Named(owner, Plain));
        var ratios = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            var noise = Noise();
            var bare = await RateAsync(count, () => plain.FillAsync(rows, count));
            await ours.EmptyAsync();
            ours.LaySpool();
            long loaded = 0;
            var our = await RateAsync(count, async () => loaded = await ours.LoadAsync());
            if (loaded != count) throw new InvalidOperationException($"{loaded:N0} of {count:N0} rows were loaded.");
            ratios.Add(our / bare);
            Say($"  parsed and stored     bare COPY {bare,9:N0}/s   ours {our,9:N0}/s   ratio {our / bare:N2}   (noise {noise:N1} ms)");
        }

        var worst = Goal("parsed and stored, of the bare COPY loop", Median(ratios), atLeast: 0.5);
        worst |= await SizesAsync(ours, plain, count);
        worst |= await QuestionsAsync(ours, plain, rows, count);
        NpgsqlConnection.ClearAllPools();
        await OwnerAsync(owner, $"drop database if exists {Plain} with (force)");
        return worst;
    }

    private static async Task<int> SizesAsync(OurLog ours, PlainTable plain, long count)
    {
        await plain.IndexAsync();
        var plainSize = await plain.SizeAsync();
        await ours.EndDaysAsync();
        var sizes = await ours.SizesAsync();
        Say($"  bytes a row, plain table with indexes {plainSize / (double)count:N1}; ours {sizes.Sum(one => one.Bytes) / (double)count:N1}: {string.Join(", ", sizes.Where(one => one.Bytes > count / 20).Select(one => $"{one.Table} {Number(one.Bytes / (double)count)}"))}");
        // Eight bytes fewer are eight fewer in each row: rows end at a border of eight.
        Say($"  (of the plain table without status and time, which ours does not keep for each row: {sizes.Sum(one => one.Bytes) / (plainSize - (8.0 * count)):N2})");
        return Goal("stored bytes a row, of the plain table", sizes.Sum(one => one.Bytes) / (double)plainSize, atMost: 0.75);
    }

    private static async Task<int> QuestionsAsync(OurLog ours, PlainTable plain, LogRows rows, long count)
    {
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(LogRows.Start + (LogRows.Span / 3)));
        var from = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
        var questions = PlainTable.Questions(from, from + 86_400_000);
        using var duck = DuckDb.Open(Path.GetFullPath(Path.Combine("artifacts", "bench", "duckdb")), out var fault);
        if (duck is null) Say($"  DuckDB: not to be had here ({fault})");
        else
        {
            var rate = await RateAsync(count, () => Task.Run(() => duck.Fill(rows, count)));
            Say($"  DuckDB, for orientation: {rate:N0} rows/s stored, {duck.Size / (double)count:N1} bytes a row");
        }

        var worst = 0;
        for (var question = 0; question < questions.Count; question++)
        {
            var asked = question;
            if (question == 2 || question == 0)
            {
                var (here, there) = (await ours.AskAsync(asked, day), await plain.AskAsync(questions[asked]));
                if (here != there) throw new InvalidOperationException($"{Names[asked]}: the plain table counts {there:N0}, ours {here:N0}.");
            }

            var (our, plainly, ducks) = (new List<double>(), new List<double>(), new List<double>());
            for (var turn = 0; turn < 4; turn++)
            {
                our.Add(await TimeAsync(() => ours.AskAsync(asked, day)));
                plainly.Add(await TimeAsync(() => plain.AskAsync(questions[asked])));
                if (duck is not null) ducks.Add(await TimeAsync(() => Task.FromResult(duck.Ask(questions[asked]))));
                // The first time warms up.
                if (turn > 0) continue;
                our.Clear();
                plainly.Clear();
                ducks.Clear();
            }

            Say($"  {Names[asked],-22} ours {Median(our),8:N1} ms   plain, indexed {Median(plainly),8:N1} ms   DuckDB, 1 thread {(duck is null ? "       -" : Number(Median(ducks)))} ms");
            if (asked == 0) worst |= Goal($"{Names[asked]}, of the plain indexed question", Median(our.Zip(plainly, (one, other) => one / other)), atMost: 3);
            else if (duck is not null) worst |= Goal($"{Names[asked]}, of DuckDB with one thread", Median(our.Zip(ducks, (one, other) => one / other)), atMost: 1);
        }

        return worst;
    }

    private static async Task MakePlainAsync(string owner)
    {
        NpgsqlConnection.ClearAllPools();
        await OwnerAsync(owner, $"drop database if exists {Plain} with (force)");
        await OwnerAsync(owner, $"create database {Plain}");
    }

    private static async Task OwnerAsync(string owner, string sql)
    {
        await using var open = new NpgsqlConnection(owner + ";Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<double> RateAsync(long count, Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }

    // The same arithmetic every time: how quiet the machine was.
    private static double Noise()
    {
        var clock = Stopwatch.StartNew();
        ulong state = 42;
        for (var step = 0; step < 50_000_000; step++) state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        GC.KeepAlive(state);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static int Goal(string what, double ratio, double? atLeast = null, double? atMost = null)
    {
        var met = atLeast is { } least ? ratio >= least : ratio <= atMost;
        Say($"  => {what}: {ratio:N2} (goal {(atLeast is null ? "at most" : "at least")} {atLeast ?? atMost:N2}) {(met ? "met" : "MISSED")}");
        return met ? 0 : 1;
    }

    private static string Number(double value) => value.ToString("N1", CultureInfo.InvariantCulture).PadLeft(8);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

}
