using System.Globalization;
using Lifeguard.Filtering.Spool;
using Lifeguard.Tests.BadDays;
using Npgsql;

namespace Lifeguard.Tests.Filtering;

/// <summary>From the spool into the database, through the real one.</summary>
public sealed class GateLogTests(GateScene scene) : IClassFixture<GateScene>
{
    private const long Day = 86_400_000;

    [Fact]
    public async Task WhatTheGateDecided_IsLoadedOnce_AndItsSegmentIsGone()
    {
        scene.Write(new Decided(scene.Now, "Once@school.example.org"), new Decided(scene.Now - 1000, null, "other.example", "allow", null));
        var (name, bytes) = Waiting();

        (await scene.LoadAsync()).Rows.ShouldBe(2);
        Directory.EnumerateFiles(scene.Spool, "*.seg").ShouldBeEmpty();

        // Killed between the commit and the deletion: the same file is there once more.
        File.WriteAllBytes(Path.Combine(scene.Spool, name), bytes);
        await scene.LoadAsync();
        Directory.EnumerateFiles(scene.Spool, "*.seg").ShouldBeEmpty();
        (await CountAsync("person.name = 'once@school.example.org'")).ShouldBe(1);
        (await ColumnAsync("select path || ' ' || host.name from gate_request r join gate_host host on host.id = r.host where host.name = 'other.example'")).ShouldBe(["/play other.example"]);
    }

    [Fact]
    public async Task WhatCannotBeOpened_StepsAside_AndTheRestIsLoaded()
    {
        scene.Write(new Decided(scene.Now, "broken@school.example.org"));
        var (name, bytes) = Waiting();
        bytes[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(scene.Spool, name), bytes);
        scene.World.Clock.Pass(TimeSpan.FromSeconds(2));
        scene.Write(new Decided(scene.Now, "whole@school.example.org"));

        var load = await scene.LoadAsync();

        (load.Rows, load.SetAside).ShouldBe((1, 1));
        File.Exists(Path.Combine(scene.Spool, SpoolReader.Aside, $"{name}.{SegmentFault.Damaged}")).ShouldBeTrue();
        (await CountAsync("person.name = 'broken@school.example.org'")).ShouldBe(0);
        (await CountAsync("person.name = 'whole@school.example.org'")).ShouldBe(1);
    }

    [Fact]
    public async Task AnotherSchool_SeesNothing_AndNobodyReadsADayPastTheWall()
    {
        scene.Write(new Decided(scene.Now, scene.Teacher.Email));
        await scene.LoadAsync();

        foreach (var table in new[] { "gate_request", "gate_asker", "gate_host", "gate_person", "gate_person_day", "gate_category_day", "gate_segment", "gate_decision", "gate_category", "gate_place" })
        {
            (await AsAppAsync(scene.School, $"select count(*) from {table}")).ShouldBeGreaterThan(0, table);
            (await AsAppAsync(scene.Elsewhere, $"select count(*) from {table}")).ShouldBe(0, table);
            (await AsAppAsync(null, $"select count(*) from {table}")).ShouldBe(0, table);
        }

        var partition = "gate_log.d" + scene.World.Clock.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        foreach (var sql in new[] { $"select count(*) from {partition}", $"delete from {partition}", $"update {partition} set host = 0", $"drop table {partition}", $"truncate {partition}", "delete from gate_request", "insert into gate_request select * from gate_request", "truncate gate_request" })
            (await Should.ThrowAsync<PostgresException>(() => AsAppAsync(scene.School, sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
    }

    [Fact]
    public async Task AddedUpAtLoading_ItIsWhatARecountGives()
    {
        var random = new Random(11);
        string[] actions = ["allow", "block", "refuse", "rewrite"];
        for (var segment = 0; segment < 5; segment++)
        {
            scene.World.Clock.Pass(TimeSpan.FromSeconds(2));
            scene.Write([.. Enumerable.Range(0, 400).Select(_ => new Decided(
                scene.Now - random.NextInt64(3 * Day), random.Next(5) == 0 ? null : $"recount{random.Next(6)}@school.example.org", $"site{random.Next(30)}.example",
                actions[random.Next(4)], random.Next(4) == 0 ? null : $"category{random.Next(5)}"))]);
            await scene.LoadAsync();
        }

        var recount = await ColumnAsync(
            """
            select a.person || ' ' || (r.at at time zone 'utc')::date || ' ' || count(*) || ' ' || count(*) filter (where d.action in ('block', 'refuse'))
            from gate_request r join gate_asker a on a.id = r.asker join gate_decision d on d.id = r.decision group by a.person, (r.at at time zone 'utc')::date order by 1
            """);
        (await ColumnAsync("select person || ' ' || day || ' ' || requests || ' ' || refused from gate_person_day order by 1")).ShouldBe(recount);

        var categories = await ColumnAsync(
            """
            select d.category || ' ' || d.action || ' ' || (r.at at time zone 'utc')::date || ' ' || count(*)
            from gate_request r join gate_decision d on d.id = r.decision group by d.category, d.action, (r.at at time zone 'utc')::date order by 1
            """);
        (await ColumnAsync("select category || ' ' || action || ' ' || day || ' ' || requests from gate_category_day order by 1")).ShouldBe(categories);

        var hours = await ColumnAsync(
            """
            select a.person || ' ' || (r.at at time zone 'utc')::date || ' ' || extract(hour from r.at at time zone 'utc') || ' ' || d.category || ' ' || d.action || ' ' || count(*)
            from gate_request r join gate_asker a on a.id = r.asker join gate_decision d on d.id = r.decision
            group by a.person, (r.at at time zone 'utc')::date, extract(hour from r.at at time zone 'utc'), d.category, d.action order by 1
            """);
        (await HoursAsync()).ShouldBe(hours);
    }

    [Fact]
    public async Task Figures_AreOfThePersonAndTheDaysAskedFor()
    {
        scene.Write(
            new Decided(scene.Now, "figures@school.example.org"), new Decided(scene.Now, "FIGURES@school.example.org"), new Decided(scene.Now, "figures@school.example.org", Action: "allow", Category: "news"),
            new Decided(scene.Now - (2 * Day), "figures@school.example.org", Category: "older"));
        await scene.LoadAsync();
        var today = DateOnly.FromDateTime(scene.World.Clock.GetUtcNow().UtcDateTime);

        var own = await scene.FiguresAsync(figures => figures.OfPersonAsync(scene.School, "Figures@School.example.org", today, today, CancellationToken.None));

        own.Select(one => (one.Category, one.Requests, one.Refused)).ShouldBe([("games", 2, 2), ("news", 1, 0)]);
        (await scene.FiguresAsync(figures => figures.PeopleAsync(scene.School, today, today, 500, CancellationToken.None)))
            .Single(one => one.Person == "figures@school.example.org").Requests.ShouldBe(3);
        (await scene.FiguresAsync(figures => figures.CategoriesAsync(scene.School, today, today, CancellationToken.None))).ShouldContain(one => one.Category == "news");
        (await scene.FiguresAsync(figures => figures.PeopleAsync(scene.School, today, today, 500, CancellationToken.None), await scene.World.ViewerAsync(scene.Stranger))).ShouldBeEmpty();
    }

    [Fact]
    public async Task AClockThatIsWrong_MakesNoDays_AndIsCounted()
    {
        scene.Write(new Decided(5, "clock@school.example.org"), new Decided(scene.Now + (800 * Day), "clock@school.example.org"), new Decided(scene.Now, "clock@school.example.org"));
        await scene.LoadAsync();

        (await CountAsync("person.name = 'clock@school.example.org'")).ShouldBe(1);
        (await ColumnAsync("select out_of_time::text from gate_segment where out_of_time > 0")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task TwoCopiesOfTheSite_LoadItOnce()
    {
        for (var segment = 0; segment < 6; segment++) scene.Write([.. Enumerable.Range(0, 50).Select(number => new Decided(scene.Now, "twice@school.example.org", $"twice{number}.example"))]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.LoadAsync()));

        (await CountAsync("person.name = 'twice@school.example.org'")).ShouldBe(300);
    }

    private (string Name, byte[] Bytes) Waiting()
    {
        var file = Directory.EnumerateFiles(scene.Spool, "*.seg").ShouldHaveSingleItem();
        return (Path.GetFileName(file), File.ReadAllBytes(file));
    }

    private async Task<List<string>> HoursAsync()
    {
        var lines = new List<string>();
        await using var source = NpgsqlDataSource.Create(scene.World.Database.Backup);
        await using var command = source.CreateCommand("select person, day, detail from gate_person_day");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var tally = new Lifeguard.Filtering.Storage.Log.DayTally();
            tally.Add(reader.GetFieldValue<byte[]>(2));
            foreach (var (category, action, hour, requests) in tally.ByHour())
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt32(0)} {reader.GetFieldValue<DateOnly>(1):yyyy-MM-dd} {hour} {category} {Lifeguard.Filtering.Storage.Log.DayTally.ActionNames[action]} {requests}"));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private async Task<long> CountAsync(string where) =>
        long.Parse((await ColumnAsync($"select count(*)::text from gate_request r join gate_asker a on a.id = r.asker join gate_person person on person.id = a.person where {where}"))[0], CultureInfo.InvariantCulture);

    private async Task<List<string>> ColumnAsync(string sql) => [.. (await Aftermath.ColumnAsync(scene.World.Database.Backup, sql)).Order(StringComparer.Ordinal)];

    private async Task<long> AsAppAsync(Guid? org, string sql)
    {
        await using var connection = new NpgsqlConnection(scene.World.Database.App + ";Pooling=false");
        await connection.OpenAsync();
        if (org is { } one)
        {
            await using var open = new NpgsqlCommand($"select set_config('lg.orgs', '{{{one}}}', false)", connection);
            await open.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is long counted ? counted : 0;
    }
}
