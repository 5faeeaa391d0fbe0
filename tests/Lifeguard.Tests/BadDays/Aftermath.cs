using System.Diagnostics;
using Npgsql;

namespace Lifeguard.Tests.BadDays;

/// <summary>What is in the database after a bad day, read as the backup reads it: all of it.</summary>
internal static class Aftermath
{
    /// <summary>Every acknowledged report is there once and whole; nothing is there by half.</summary>
    public static async Task ShouldHoldAsync(string backup, IReadOnlyDictionary<string, string> acknowledged)
    {
        var stored = await ColumnAsync(backup, "select what_happened from report");
        stored.ShouldBeUnique();
        acknowledged.Keys.Except(stored).ShouldBeEmpty("acknowledged, and not there");

        var receipts = await ColumnAsync(backup, "select r.what_happened || '|' || replace(c.reference::text, '-', '') from receipt c join report r on r.incident_id = c.incident_id");
        receipts.Count.ShouldBe(stored.Count);

        (await ColumnAsync(backup, "select id::text from incident i where not exists (select 1 from report r where r.incident_id = i.id)")).ShouldBeEmpty("records without their words");
        (await ColumnAsync(backup, "select incident_id::text from receipt c where not exists (select 1 from incident i where i.id = c.incident_id)")).ShouldBeEmpty("receipts without a record");
        (await ColumnAsync(backup, "select id::text from incident i where (select count(*) from journal j where j.record_id = i.id and j.act = 'ConcernRaised') <> 1")).ShouldBeEmpty("records without their journal");
        (await ColumnAsync(backup, "select record_id::text from journal j where j.act = 'ConcernRaised' and not exists (select 1 from incident i where i.id = j.record_id)")).ShouldBeEmpty("journal rows without their record");
        (await ColumnAsync(backup, "select id::text from incident i where not exists (select 1 from outbox_letter l where l.record_id = i.id)")).ShouldBeEmpty("records nobody is told of");
        (await ColumnAsync(backup, "select id::text from incident i where not exists (select 1 from duty d where d.record_id = i.id)")).ShouldBeEmpty("records nobody must open");
    }

    /// <summary>The verifier, run as the program it is.</summary>
    public static async Task ShouldVerifyAsync(string backup)
    {
        var start = new ProcessStartInfo(Path.Combine(BuildOutput.Of("Verifier"), "lifeguard-verifier"))
        {
            ArgumentList = { "verify", "--connection", backup },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var verifier = Process.Start(start)!;
        var said = verifier.StandardOutput.ReadToEndAsync();
        var complained = verifier.StandardError.ReadToEndAsync();
        await verifier.WaitForExitAsync();
        verifier.ExitCode.ShouldBe(0, await said + await complained);
    }

    /// <summary>Until every journal row has its place in the chain.</summary>
    public static async Task SealedAsync(string backup)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if ((await ColumnAsync(backup, "select id::text from journal j where not exists (select 1 from journal_seal s where s.journal_id = j.id) limit 1")).Count == 0) return;
            await Task.Delay(100);
        }

        throw new InvalidOperationException("The journal is not being sealed.");
    }

    public static async Task<IReadOnlyList<string>> ColumnAsync(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection + ";Pooling=false");
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
