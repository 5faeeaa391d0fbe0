using System.Security.Cryptography;
using System.Text;
using Lifeguard.DataProtection.Model;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Lifeguard.Verifier;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.DataProtection;

/// <summary>Two people, a week, and then nothing is left but that something was there.</summary>
public sealed class PurgeTests(World world) : IClassFixture<World>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("A-273")]
    public async Task Purge_TakesTwoPeopleAndAWeek_ThenErasesAllOfIt_AndTheVerifierStaysClean()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        var task = await scene.Desk.AskTechnicianAsync(record, address: "https://harm.example.test/x");
        await world.SealAsync();
        var before = await scene.JournalAsync(record);

        (await scene.ProposeAsync(record, "dsl")).Text.ShouldContain("Dalia Sandford proposes to erase this record.");
        (await scene.LiveThroughAsync(9)).ShouldBe(0, "one person is not two");
        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}/purge")).Text.ShouldContain("There is nothing to propose or confirm now.");
        (await (await scene.AsAsync("deputy1")).GetAsync("/home")).Text.ShouldContain("Erasing a record waits for a second person");
        (await scene.ConfirmAsync(record, "deputy1")).Text.ShouldContain("It goes in 7 days.");
        (await scene.LiveThroughAsync(6)).ShouldBe(0);
        (await scene.IsThereAsync(record)).ShouldBeTrue();
        (await scene.LiveThroughAsync(1)).ShouldBe(1);

        (await scene.IsThereAsync(record)).ShouldBeFalse();
        (await TextsAsync(scene.Word)).ShouldBeEmpty();
        var rows = await scene.JournalAsync(record);
        rows.Count.ShouldBeGreaterThan(before.Count);
        rows.Where(row => row.Act != "RecordErased").ShouldAllBe(row => row.Salt == null && row.Payload == null);
        (await scene.RowsAsync<JournalRow>(row => row.RecordId == task.Id)).ShouldAllBe(row => row.Payload == null);
        (await scene.RowsAsync<OutboxLetter>(letter => letter.RecordId == record.Id)).ShouldBeEmpty();
        (await scene.RowsAsync<Lifeguard.Duties.Model.Escalation.Duty>(duty => duty.RecordId == record.Id)).ShouldBeEmpty();
        (await scene.RowsAsync<Purge>(purge => purge.RecordId == record.Id)).ShouldBeEmpty();
        var stone = (await scene.RowsAsync<Tombstone>(one => one.RecordId == record.Id)).ShouldHaveSingleItem();
        (stone.ProposedByName, stone.ConfirmedByName, stone.Rule).ShouldBe(("Dalia Sandford", "Devika Upton", "Until the youngest child named in it is 25"));
        (await scene.ReviewAsync("lead")).Text.ShouldContain("Dalia Sandford and Devika Upton");
        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        await world.SealAsync();
        (await VerifyAsync()).ShouldBe((0, ""));
        CannotBeGuessed(before, rows);
    }

    [Fact]
    public async Task TheLead_IsTheSecondPerson_WithoutOpeningAnything()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.ProposeAsync(record, "dsl");

        var page = await (await scene.ReviewAsync("lead")).FollowAsync("Confirm or stop");
        page.Html.ShouldNotContain(scene.Word);
        page.Text.ShouldContain("Dalia Sandford");
        await page.SubmitAsync(button: "Confirm: it may be erased");

        (await scene.LiveThroughAsync(8)).ShouldBe(1);
    }

    [Fact]
    public async Task EveryStep_AsksForTheSecondFactorAnew()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.ProposeAsync(record, "dsl");
        var purge = (await scene.RowsAsync<Purge>(one => one.RecordId == record.Id)).Single();
        var (deputy, lead) = (await scene.AsAsync("deputy1"), await scene.AsAsync("lead"));

        world.Clock.PassMinutes(11);

        (await deputy.GetAsync($"/incidents/{record.Reference}/purge")).Path.ShouldBe("/step-up");
        (await lead.GetAsync($"/retention/purges/{purge.Reference}")).Path.ShouldBe("/step-up");
    }

    [Fact]
    public async Task TwoWhoTurnOutToBeOne_AreNotTwo()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.ProposeAsync(record, "dsl");
        await scene.ConfirmAsync(record, "deputy1");
        var (one, other) = (scene.Desk.Cast["dsl"], scene.Desk.Cast["deputy1"]);
        await world.DoAsync(async services => (await services.GetRequiredService<LinkIdentities>().RunAsync(one.PersonId, other.PersonId, Deed.OfSystem(one.Org, "Test", world.Clock.GetUtcNow()), Stop)).IsDone.ShouldBeTrue());

        (await scene.LiveThroughAsync(9)).ShouldBe(0);
        (await scene.IsThereAsync(record)).ShouldBeTrue();
    }

    [Fact]
    public async Task WhoeverIsKeptFromIt_MeetsNoneOfIt()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync(40, true, new Lifeguard.Incidents.Storage.Named(scene.Lead.PersonId, scene.Lead.Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt));
        await scene.ProposeAsync(record, "head");
        var purge = (await scene.RowsAsync<Purge>(one => one.RecordId == record.Id)).Single();

        (await (await scene.AsAsync("lead")).GetAsync($"/retention/purges/{purge.Reference}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}/purge")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Hold_DuringTheWeek_StopsIt()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.ProposeAsync(record, "dsl");
        await scene.ConfirmAsync(record, "deputy1");
        await scene.LiveThroughAsync(5);

        await (await scene.KeepingAsync(record, "deputy2")).SubmitAsync(form => form.Set("Kind", "Court").Set("HoldWhy", "A letter came."), "Hold the record");

        (await scene.LiveThroughAsync(10)).ShouldBe(0);
        (await scene.IsThereAsync(record)).ShouldBeTrue();
        (await scene.RowsAsync<Purge>(one => one.RecordId == record.Id)).Single().StoppedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task HoldAtTheVeryMoment_EitherKeepsTheRecordOrLeavesNothing()
    {
        var scene = await RetentionScene.SetAsync(world);
        for (var round = 0; round < 4; round++)
        {
            var record = await scene.RecordAsync();
            await scene.ProposeAsync(record, "dsl");
            await scene.ConfirmAsync(record, "deputy1");
            await scene.LiveThroughAsync(6);
            world.Clock.Pass(TimeSpan.FromDays(1));
            await scene.RunAsync();
            var page = await scene.KeepingAsync(record, "deputy2");

            var hold = page.SubmitAsync(form => form.Set("Kind", "Court").Set("HoldWhy", "A letter came."), "Hold the record");
            var erased = scene.World.DoAsync(async _ =>
            {
                try
                {
                    return await scene.RunAsync() > 0;
                }
                catch (AggregateException)
                {
                    // The other was first; the job comes round again.
                    return false;
                }
            });
            await Task.WhenAll(hold, erased);

            (await scene.IsThereAsync(record)).ShouldBe(!await erased);
            (await scene.RowsAsync<Hold>(one => one.RecordId == record.Id)).Count.ShouldBe(await erased ? 0 : 1, (await hold).Text);
            (await scene.LiveThroughAsync(2)).ShouldBe(0);
        }
    }

    [Fact]
    public async Task AnybodyOfTheDesk_StopsItInTheWeek_WithAReason()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.ProposeAsync(record, "dsl");
        await scene.ConfirmAsync(record, "deputy1");
        (await (await scene.AsAsync("deputy2")).GetAsync("/home")).Text.ShouldContain("A record is to be erased within a week");

        (await (await scene.KeepingAsync(record, "deputy2")).SubmitAsync(button: "Stop it")).Errors.ShouldBe(["Say why it is not to be erased"]);
        await (await scene.KeepingAsync(record, "deputy2")).SubmitAsync(form => form.Set("StopWhy", "The sister has come back."), "Stop it");

        (await scene.LiveThroughAsync(10)).ShouldBe(0);
        (await scene.IsThereAsync(record)).ShouldBeTrue();
    }

    [Fact]
    public async Task OpenedAgain_InTheWeek_IsNotErased()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.ProposeAsync(record, "dsl");
        await scene.ConfirmAsync(record, "deputy1");
        await scene.LiveThroughAsync(6);

        await (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}/reopen")).SubmitAsync(form => form.Set("Why", "Somebody wrote to us."));

        (await scene.LiveThroughAsync(5)).ShouldBe(0);
        (await scene.IsThereAsync(record)).ShouldBeTrue();
    }

    [Fact]
    public async Task Proposing_NeedsTheTicks_ADueRecord_AndNothingElseUnderWay()
    {
        var scene = await RetentionScene.SetAsync(world);
        var young = await scene.RecordAsync(yearsAgo: 2);
        var record = await scene.RecordAsync();
        var dsl = await scene.AsAsync("dsl");

        (await dsl.GetAsync($"/incidents/{young.Reference}/purge")).Document.QuerySelectorAll("main form").ShouldBeEmpty();
        var without = await (await dsl.GetAsync($"/incidents/{record.Reference}/purge")).SubmitAsync(form => form.Tick("Sure", "0"), "Propose to erase it");

        without.Errors.ShouldBe(["Tick each line when you have made sure of it"]);
        (await scene.RowsAsync<Purge>(one => one.RecordId == record.Id)).ShouldBeEmpty();
    }

    // Whoever has the commitments and guesses the words cannot find out whether the guess is right: the salt is gone.
    private static void CannotBeGuessed(IReadOnlyList<JournalRow> before, IReadOnlyList<JournalRow> after)
    {
        var told = before.Single(row => row.Act == "ConcernRaised");
        var kept = after.Single(row => row.Id == told.Id);
        JournalFormat.PayloadCommitment(told.Salt, told.Payload!).ShouldBe(kept.PayloadCommitment, "with the salt it would have been easy");

        kept.Salt.ShouldBeNull();
        JournalFormat.PayloadCommitment([], told.Payload!).ShouldNotBe(kept.PayloadCommitment);
        SHA256.HashData(Encoding.UTF8.GetBytes(told.Payload!)).ShouldNotBe(kept.PayloadCommitment);
        after.Where(row => row.Salt is not null).ShouldAllBe(row => !row.Salt!.SequenceEqual(told.Salt!));
    }

    private async Task<(int Code, string Said)> VerifyAsync()
    {
        await using var said = new StringWriter();
        var code = await EntryPoint.RunAsync(["verify", "--connection", world.Database.Backup, "--entries", "--tail-minutes", "100000000"], said, said, TimeProvider.System, Stop);
        return (code, code == 0 ? "" : said.ToString());
    }

    /// <summary>Every column of every table in which the word still stands, search vectors among them.</summary>
    private async Task<IReadOnlyList<string>> TextsAsync(string word)
    {
        await using var connection = new NpgsqlConnection(world.Database.Backup);
        await connection.OpenAsync(Stop);
        var columns = new List<(string Table, string Column)>();
        await using (var command = new NpgsqlCommand("select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'tsvector', 'ARRAY') and table_name not like 'qrtz%'", connection))
        await using (var reader = await command.ExecuteReaderAsync(Stop))
        {
            while (await reader.ReadAsync(Stop)) columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            await using var look = new NpgsqlCommand($"select count(*) from \"{table}\" where \"{column}\"::text ilike '%{word}%'", connection);
            if ((long)(await look.ExecuteScalarAsync(Stop))! > 0) found.Add($"{table}.{column}");
        }

        columns.Count.ShouldBeGreaterThan(100);
        return found;
    }
}
