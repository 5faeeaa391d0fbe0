using System.Diagnostics;
using Lifeguard.Cli.Backups;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Tests.Upkeep;

/// <summary>A backup is worth what a restore of it gives: all that was there, or a refusal in words.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private const string OfTheLongTier = "In ./test --full: it starts several servers one after the other.";
    private BackedUpSchool _school = null!;

    // Asked before a school is founded for the test: founding one takes longer than some tests.
    public static bool IsFull => Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _school = await BackedUpSchool.FoundAsync();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task Drill_BringsBackWhatWasWrittenAfterTheBackupToo_AndLeavesNothingBehind()
    {
        await _school.TypeAsync("journal", "seal");
        await _school.TypeAsync("journal", "head");
        // People go on writing while it is made.
        var writing = Task.Run(async () =>
        {
            for (var number = 1; number <= 10; number++) (await _school.TypeAsync("organisation", "add", $"School {number}", "--kind", "School")).Code.ShouldBe(0);
        }, Stop);
        var made = await _school.TypeAsync("backup");
        await writing;
        await _school.WriteAsync("Ashlea School");
        // And what was written a moment ago, and not handed over yet.
        (await _school.TypeAsync("organisation", "add", "Brookfield School", "--kind", "School")).Code.ShouldBe(0);
        var rows = (await _school.ColumnAsync("select count(*)::text from journal")).Single();

        var (code, said) = await _school.TypeAsync("restore", "--drill", "--key", _school.Key);

        made.Code.ShouldBe(0, made.Said);
        made.Said.ShouldContain("protection.key");
        code.ShouldBe(0, said);
        said.ShouldContain($"Journal       {rows} rows");
        said.ShouldContain("People        1");
        Directory.GetFileSystemEntries(_school.Scratch).ShouldBeEmpty();
        (await _school.ColumnAsync("select act from journal where record_kind = 'backups' order by at")).ShouldBe(["BackupMade", "RestoreProved"]);
    }

    [Fact]
    public async Task OneFlippedBit_AnywhereInABackupOrItsLog_IsRefusedInWords()
    {
        await _school.TypeAsync("journal", "seal");
        await _school.TypeAsync("journal", "head");
        (await _school.TypeAsync("backup")).Code.ShouldBe(0);
        await _school.WriteAsync("Ashlea School");
        await _school.WriteAsync("Brookfield School");
        var backup = new BackupShelf(_school.Backups).Whole.Single();
        var first = (await BackupManifest.ReadAsync(backup, Stop)).LogFrom;
        var files = Directory.GetFiles(backup).Concat(LogArchive.Beside(backup, Path.GetFileName(_school.LogFolder)["log-".Length..]).From(first).Select(piece => piece.Path)).ToList();

        files.Count.ShouldBeGreaterThan(4);
        foreach (var file in files)
        {
            var length = new FileInfo(file).Length;
            foreach (var at in (long[])[0, length / 2, length - 1, .. Enumerable.Range(0, IsFull ? 100 / files.Count : 1).Select(_ => Random.Shared.NextInt64(length))])
            {
                Flip(file, at);
                var (code, said) = await _school.TypeAsync("restore", "--drill", "--key", _school.Key);
                code.ShouldBe(2, $"bit at {at} of {Path.GetFileName(file)}: {said}");
                said.ShouldContain("is not as it was written");
                said.ShouldContain("Use another");
                Flip(file, at);
            }
        }

        (await _school.ColumnAsync("select act from journal where act = 'RestoreProved'")).ShouldBeEmpty();
        Directory.GetFileSystemEntries(_school.Scratch).ShouldBeEmpty();
        (await _school.TypeAsync("restore", "--drill", "--key", _school.Key)).Code.ShouldBe(0, "all bits are back");
    }

    [Fact(Skip = OfTheLongTier, SkipUnless = nameof(IsFull))]
    public async Task PieceOfTheLogMissing_IsRefused_AndNotTakenForTheEnd()
    {
        (await _school.TypeAsync("backup")).Code.ShouldBe(0);
        await _school.WriteAsync("Ashlea School");
        await _school.WriteAsync("Brookfield School");
        await _school.WriteAsync("Coldharbour School");
        var pieces = Directory.GetFiles(_school.LogFolder, "????????????????????????~*").Order(StringComparer.Ordinal).ToList();

        File.Delete(pieces[^2]);
        var middle = await _school.TypeAsync("restore", "--drill", "--key", _school.Key);
        foreach (var piece in pieces.SkipLast(1)) File.Delete(piece);
        var allButTheLast = await _school.TypeAsync("restore", "--drill", "--key", _school.Key);

        middle.Code.ShouldBe(2, middle.Said);
        middle.Said.ShouldContain("A piece of the log is missing");
        allButTheLast.Code.ShouldBe(2, allButTheLast.Said);
        allButTheLast.Said.ShouldContain("one between them is missing");
    }

    [Fact]
    public async Task AnotherKey_IsRefused_AndTheBackupHoldsNoWordInPlain()
    {
        await _school.WriteAsync("Ashlea School");
        (await _school.TypeAsync("backup")).Code.ShouldBe(0);
        await using var other = new FileStream(_school.At("other.txt"), FileMode.CreateNew);
        await other.WriteAsync("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX\n"u8.ToArray(), Stop);
        await other.FlushAsync(Stop);

        var (code, said) = await _school.TypeAsync("restore", "--drill", "--key", _school.At("other.txt"));

        code.ShouldBe(2, said);
        said.ShouldContain("does not open this backup");
        foreach (var file in Directory.GetFiles(_school.Backups, "*", SearchOption.AllDirectories))
            (await File.ReadAllBytesAsync(file, Stop)).AsSpan().IndexOf("Ashlea"u8).ShouldBe(-1, file);
    }

    [Fact]
    public async Task KilledDrill_LeavesNobodysRecordsInPlain_OnceTheNextBackupIsMade()
    {
        (await _school.TypeAsync("backup")).Code.ShouldBe(0);
        using (var killed = _school.Launch("restore", "--drill", "--key", _school.Key))
        {
            while (!killed.HasExited && Directory.GetDirectories(_school.Scratch).Length == 0) await Task.Delay(5, Stop);
            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync(Stop);
        }

        var left = Directory.GetFileSystemEntries(_school.Scratch).Length;
        (await _school.TypeAsync("backup")).Code.ShouldBe(0);

        left.ShouldBe(2, "its folder and its mark");
        Directory.GetFileSystemEntries(_school.Scratch).ShouldBeEmpty();
    }

    [Fact]
    public void DrillThatGoesOn_IsNotTakenForOneThatWasLeft()
    {
        using (var goesOn = DrillFolder.Begin(_school.Scratch, DateTimeOffset.UnixEpoch))
        {
            Directory.CreateDirectory(goesOn.Path);

            DrillFolder.RemoveLeft(_school.Scratch).ShouldBe(0);

            Directory.Exists(goesOn.Path).ShouldBeTrue();
        }

        Directory.GetFileSystemEntries(_school.Scratch).ShouldBeEmpty();
    }

    [Fact]
    public async Task KilledBackup_LeavesNothingThatLooksWhole_AndTheNextOneIs()
    {
        using (var killed = _school.Launch("backup"))
        {
            while (!killed.HasExited && Directory.GetFiles(_school.Backups, "database.*", SearchOption.AllDirectories).Length == 0) await Task.Delay(5, Stop);
            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync(Stop);
        }

        // And one of long ago, which nobody can take for that of this minute.
        Directory.CreateDirectory(Path.Combine(_school.Backups, ".part-2020-01-01T000000Z"));
        var afterwards = await _school.TypeAsync("restore", "--drill", "--key", _school.Key);
        var next = await _school.TypeAsync("backup");

        afterwards.Code.ShouldBe(2, afterwards.Said);
        afterwards.Said.ShouldContain("There is no backup here");
        next.Code.ShouldBe(0, next.Said);
        Directory.GetDirectories(_school.Backups, ".part-*").ShouldBeEmpty();
        (await _school.TypeAsync("restore", "--drill", "--key", _school.Key)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task RestoredForReal_TheNewDatabaseHoldsAll_AndNobodyIsSignedIn()
    {
        await using (var site = await SiteProcess.StartAsync(_school.Cluster.App, _school.Data, FreePorts.Next()))
        {
            using var client = new HttpClient(new PlainCookies()) { BaseAddress = site.Address };
            await new House.Browser(client).SignInAsync(Seeds.Email);
        }

        await _school.TypeAsync("journal", "seal");
        await _school.TypeAsync("journal", "head");
        (await _school.TypeAsync("backup")).Code.ShouldBe(0);
        await _school.WriteAsync("Ashlea School");
        var into = Directory.CreateTempSubdirectory("lgown").FullName;

        var (code, said) = await _school.TypeAsync("restore", "--into", into, "--key", _school.Key);

        code.ShouldBe(0, said);
        Directory.GetFileSystemEntries(into).Select(Path.GetFileName).ShouldBe(["data"]);
        File.Exists(Path.Combine(_school.Data, "witness", "heads.tsv")).ShouldBeFalse("the marks of what is lost are kept under another name");
        await using var restored = await OwnCluster.OnAsync(into);
        (await Aftermath.ColumnAsync(restored.Backup, "select name from organisation order by name")).ShouldBe(["Ashlea School", "Tarrowby High School"]);
        (await Aftermath.ColumnAsync(restored.Backup, "select id::text from session where ended_at is null")).ShouldBeEmpty();
        (await Aftermath.ColumnAsync(restored.Backup, "select act from journal order by at desc, id desc limit 1")).ShouldBe(["BackupRestored"]);
        var shown = await _school.TypeAtAsync(restored, "rights", "show");
        shown.Said.ShouldContain("Rosalind Achterberg: Safeguarding lead");
        shown.Said.ShouldContain("Sign-in is closed");
    }

    [Fact(Skip = OfTheLongTier, SkipUnless = nameof(IsFull))]
    public async Task BackupOfBeforeARestore_StillBringsBackWhatWasWrittenAfterIt()
    {
        (await _school.TypeAsync("backup")).Code.ShouldBe(0);
        await _school.WriteAsync("Ashlea School");
        var into = Directory.CreateTempSubdirectory("lgown").FullName;
        var restore = await _school.TypeAsync("restore", "--into", into, "--key", _school.Key);
        await _school.Cluster.StopAsync();
        restore.Code.ShouldBe(0, restore.Said);
        await using var restored = await OwnCluster.OnAsync(into);

        (await _school.TypeAtAsync(restored, "organisation", "add", "Brookfield School", "--kind", "School")).Code.ShouldBe(0);
        await _school.HandOverAsync(restored);
        var rows = (await Aftermath.ColumnAsync(restored.Backup, "select count(*)::text from journal")).Single();
        var (code, said) = await _school.TypeAtAsync(restored, "restore", "--drill", "--key", _school.Key);

        code.ShouldBe(0, said);
        said.ShouldContain($"Journal       {rows} rows");
    }

    private static void Flip(string file, long at)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        var there = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(there ^ (1 << (int)(at % 8))));
    }
}
