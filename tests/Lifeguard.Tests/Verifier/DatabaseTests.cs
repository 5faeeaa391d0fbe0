using Lifeguard.Verifier;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Verifier;

// The whole program, as an administrator starts it, against a real PostgreSQL.
public sealed class DatabaseTests(ThrowawayCluster cluster) : IClassFixture<ThrowawayCluster>, IDisposable
{
    private readonly string _witness = Path.GetTempFileName();
    private readonly PaperJournal _journal = PaperJournal.Good(40);

    [Fact]
    public async Task Verify_OfAGoodJournal_IsIntact()
    {
        _journal.Erase(7);
        var database = await DatabaseAsync("good");
        await File.WriteAllLinesAsync(_witness, [_journal.WitnessLine(9), _journal.WitnessLine(39)], TestContext.Current.CancellationToken);

        var (code, output, error) = await VerifyAsync(database, "--witness", _witness, "--entries");

        code.ShouldBe(0, output + error);
        output.ShouldContain("INTACT: the journal agrees with itself and with the witness.");
        output.ShouldContain("2 of 2 marks agree");
        output.ShouldContain("not checked: there is no table entry");
        output.ShouldMatch("Payloads erased +1 ");
    }

    [Theory]
    [InlineData("edited", "update journal set act = 'closed' where id = '{0}'", "position 6, journal {0}")]
    [InlineData("infinite", "update journal set at = 'infinity' where id = '{0}'", "position 6, journal {0}")]
    [InlineData("deleted", "delete from journal where id = '{0}'", "position 6, journal {0}")]
    [InlineData("unsealed", "delete from journal_seal where journal_id = '{0}'", "position 6: The seal at position 6 is gone")]
    [InlineData("payload", "update journal set payload = payload || ' ' where id = '{0}'", "position 6, journal {0}")]
    [InlineData("emptied", "alter table journal alter org drop not null; update journal set org = null where id = '{0}'", "position 6, journal {0}")]
    [InlineData("doubled", "alter table journal drop constraint journal_pkey; insert into journal select * from journal where id = '{0}'", "position 6, journal {0}: The position is there more than once")]
    [InlineData("twice", "alter table journal_seal drop constraint journal_seal_journal_id_key; insert into journal_seal select 41, journal_id, commitment, chain, sealed_at from journal_seal where position = 6", "position 41, journal {0}: The journal row was sealed before, at position 6")]
    [InlineData("again", "alter table journal_seal drop constraint journal_seal_pkey; insert into journal_seal select position, gen_random_uuid(), commitment, chain, sealed_at from journal_seal where position = 6", "position 6")]
    [InlineData("truncated", "delete from journal_seal where position > 35; delete from journal where id not in (select journal_id from journal_seal)", "position 40: The witness saw position 40")]
    [InlineData("copied", "create schema shown; create table shown.journal (like journal)", "more than one table journal")]
    [InlineData("viewed", "alter table journal rename to journal_kept; create view journal as select * from journal_kept", "journal is not a plain table")]
    public async Task Verify_AfterAnAttack_FindsItAndSaysWhere(string name, string attack, string place)
    {
        var database = await DatabaseAsync(name);
        await File.WriteAllLinesAsync(_witness, [_journal.WitnessLine(39)], TestContext.Current.CancellationToken);
        var id = _journal.Rows[5].Id.ToString();
        await cluster.ExecuteAsync(database, attack.Replace("{0}", id, StringComparison.Ordinal));

        var (code, output, error) = await VerifyAsync(database, "--witness", _witness, "--quiet");

        code.ShouldBe(1, output + error);
        output.ShouldContain(place.Replace("{0}", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_WithOldUnsealedRows_CountsThemAndNamesTheOldest()
    {
        _journal.Seals.RemoveRange(37, 3);
        var database = await DatabaseAsync("tail");

        var (strict, output, _) = await VerifyAsync(database, "--tail-minutes", "10");
        var (patient, _, _) = await VerifyAsync(database, "--tail-minutes", "100000000");

        strict.ShouldBe(1);
        output.ShouldContain($"journal {_journal.Rows[37].Id} (no position): 3 rows have no seal");
        patient.ShouldBe(0);
    }

    [Fact]
    public async Task Verify_UnderRowLevelSecurity_SeesTheRowsOfEveryOrganisation()
    {
        var database = await DatabaseAsync("secured");
        await cluster.ExecuteAsync(database, """
            create role reader login; grant select on all tables in schema public to reader;
            alter table journal enable row level security; alter table journal force row level security;
            create policy own on journal using (org = any(nullif(current_setting('lg.orgs', true), '')::uuid[]));
            """);

        var (code, output, error) = await RunAsync("--connection", cluster.Connection(database, "reader"));
        await cluster.ExecuteAsync(database, "delete from organisation");
        var (blind, _, why) = await RunAsync("--connection", cluster.Connection(database, "reader"));

        code.ShouldBe(0, output + error);
        output.ShouldContain("under row-level security");
        blind.ShouldBe(2);
        why.ShouldContain("Use the backup role");
    }

    [Fact]
    public async Task Verify_OfTheChronology_ComparesItWithTheJournal()
    {
        var database = await DatabaseAsync("entries");
        await cluster.ExecuteAsync(database, "create table entry (journal_id uuid, text text); insert into entry select id, payload::json->>'Text' from journal");
        var (before, output, error) = await VerifyAsync(database, "--entries");
        await cluster.ExecuteAsync(database, $"update entry set text = text || '.' where journal_id = '{_journal.Rows[2].Id}'");

        var (after, found, _) = await VerifyAsync(database, "--entries");

        before.ShouldBe(0, output + error);
        output.ShouldContain("40 entries as in the journal");
        after.ShouldBe(1);
        found.ShouldContain($"journal {_journal.Rows[2].Id}");
    }

    [Theory]
    [InlineData("no tables", "There is no table journal", "--connection", "{empty}")]
    [InlineData("no database", "What to do: Check the database name", "--connection", "{nowhere}")]
    [InlineData("no server", "Check that PostgreSQL runs", "--connection", "Host=/nowhere;Username=nobody")]
    [InlineData("no witness", "The witness file cannot be read", "--connection", "{empty}", "--witness", "/nowhere/witness")]
    [InlineData("not a connection", "Check the connection string", "--connection", "nonsense")]
    [InlineData("unknown option", "is not an option", "--connection", "x", "--quick")]
    [InlineData("no connection", "Say which database", "--quiet")]
    public async Task Verify_WhenItCannotCheck_SaysWhatToDo(string _, string sentence, params string[] arguments)
    {
        var filled = arguments.Select(argument => argument.Replace("{empty}", cluster.Connection("postgres"), StringComparison.Ordinal)
            .Replace("{nowhere}", cluster.Connection("nowhere"), StringComparison.Ordinal));

        var (code, output, error) = await RunAsync([.. filled]);

        code.ShouldBe(2, output + error);
        error.ShouldContain(sentence);
    }

    [Fact]
    public async Task Verify_WithAWitnessWithoutMarks_SaysItCouldNotCompare()
    {
        var database = await DatabaseAsync("unwitnessed");

        var (code, output, _) = await VerifyAsync(database, "--witness", _witness);

        code.ShouldBe(2);
        output.ShouldContain("COULD NOT CHECK against the witness");
    }

    [Fact]
    public async Task Verify_OfAColumnOfAnotherType_CouldNotCheck()
    {
        var database = await DatabaseAsync("retyped");
        await cluster.ExecuteAsync(database, "alter table journal alter at type text");

        var (code, _, error) = await VerifyAsync(database);

        code.ShouldBe(2, error);
    }

    public void Dispose() => File.Delete(_witness);

    private async Task<string> DatabaseAsync(string name)
    {
        await cluster.ExecuteAsync("postgres", $"create database {name}");
        await cluster.ExecuteAsync(name, PaperToDatabase.Tables);
        await PaperToDatabase.WriteAsync(_journal, cluster.Connection(name));
        return name;
    }

    private Task<(int Code, string Output, string Error)> VerifyAsync(string database, params string[] more) => RunAsync(["--connection", cluster.Connection(database), .. more]);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await EntryPoint.RunAsync(["verify", .. arguments], output, error, TimeProvider.System, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
