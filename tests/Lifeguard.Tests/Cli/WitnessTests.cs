using Lifeguard.Tests.House;
using Lifeguard.Verifier;
using Npgsql;

namespace Lifeguard.Tests.Cli;

public sealed class WitnessTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Terminal _terminal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Heads => Path.Combine(_database.Data, "witness", "heads.tsv");

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _terminal = new Terminal(_database);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task JournalHead_WritesAMark_ThatTheVerifierAgreesWith()
    {
        await SealedSchoolAsync("Ashlea School");

        var (code, said, _) = await _terminal.TypeAsync("journal", "head");

        code.ShouldBe(0);
        var mark = (await File.ReadAllLinesAsync(Heads, Stop)).ShouldHaveSingleItem().Split('\t');
        said.ShouldContain($"Position {mark[0]}");
        said.ShouldContain(mark[1]);
        (await VerifyAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Tail_CutOffAfterAMark_IsNoticed()
    {
        await SealedSchoolAsync("Ashlea School");
        await _terminal.TypeAsync("journal", "head");

        await OwnerAsync("delete from journal_seal where position = (select max(position) from journal_seal)");

        (await VerifyAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task HalfAMark_LeftByAPowerCut_IsReplacedByAWholeOne()
    {
        await SealedSchoolAsync("Ashlea School");
        await _terminal.TypeAsync("journal", "head");
        await File.AppendAllTextAsync(Heads, "99\tabc", Stop);

        await _terminal.TypeAsync("journal", "head");

        var lines = await File.ReadAllLinesAsync(Heads, Stop);
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith(lines[0].Split('\t')[0] + "\t" + lines[0].Split('\t')[1]);
        (await VerifyAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task NewDatabase_SetsTheWitnessOfAnEarlierOneAside()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Heads)!);
        await File.WriteAllTextAsync(Heads, "7\tof an earlier database\n", Stop);

        await SealedSchoolAsync("Ashlea School");
        await _terminal.TypeAsync("journal", "head");

        Directory.GetFiles(Path.GetDirectoryName(Heads)!).Length.ShouldBe(2);
        (await File.ReadAllTextAsync(Heads, Stop)).ShouldNotContain("earlier");
        (await VerifyAsync()).ShouldBe(0);
    }

    private async Task SealedSchoolAsync(string name)
    {
        (await _terminal.TypeAsync("organisation", "add", name, "--kind", "School")).Code.ShouldBe(0);
        (await _terminal.TypeAsync("journal", "seal")).Said.ShouldContain("sealed up to position 2");
    }

    private async Task<int> VerifyAsync() => await EntryPoint.RunAsync(
        ["verify", "--connection", _database.Backup, "--witness", Heads, "--quiet"], TextWriter.Null, TextWriter.Null, TimeProvider.System, Stop);

    private async Task OwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.Owner + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
