using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Tests.Compile;

public sealed class ListCompilerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-lists-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Counts_SayWhatBecameOfEachLine()
    {
        var (lists, rejected) = Compile(
            ("games", "# a comment\nplay.test\nPLAY.test.\nwww.play.test\nplay.test/level\nother.test/a/\n\nno name\nbad%name.test\ncom\nco.uk\n"),
            ("news", "www.play.test\n"));

        (lists[0].Domains, lists[0].Paths, lists[0].Duplicates, lists[0].Collapsed, lists[0].Rejected).ShouldBe((1, 1, 1, 2, 4));
        lists[1].Domains.ShouldBe(1, "what another list says does not stand for this one");
        rejected.Select(one => (one.Line, one.Because)).ShouldBe(
        [
            (8, "neither a name, an address, a line of a hosts file nor of a policy zone"),
            (9, "characters that no name holds"),
            (10, "it would block every name below it"),
            (11, "it would block every name below it"),
        ]);
    }

    [Theory]
    [InlineData("0.0.0.0 a.test b.test # a comment\n127.0.0.1\tc.test\n::1 localhost\n0.0.0.0 0.0.0.0", "a.test b.test c.test")]
    [InlineData("$TTL 300\n@ SOA localhost. root.localhost. 1 2 3 4 5\n@ NS localhost.\na.test CNAME .\n*.a.test CNAME .\nb.test 300 IN CNAME *.\nc.test CNAME rpz-passthru.\n24.0.0.0.10.rpz-ip CNAME .\n", "a.test b.test")]
    [InlineData("||a.test^\n||b.test/x^\n! comment\n||c.test^$third-party", "a.test")]
    [InlineData("\ufeffa.test\r\n.b.test\r\n*.c.test\r\n", "a.test b.test c.test")]
    [InlineData("http://a.test/x\nhttps://b.test\n//c.test/", "b.test c.test")]
    public void EachFormat_IsReadLineByLine(string lines, string names)
    {
        Compile(("list", lines));
        var snapshot = Open();

        names.Split(' ').ShouldAllBe(name => Holds(snapshot, name));
        new[] { "a.test", "b.test", "c.test" }.Count(name => Holds(snapshot, name)).ShouldBe(names.Split(' ').Length);
    }

    [Fact]
    public void Folders_Archives_AndSingleFiles_GiveTheSame()
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder, "source")).FullName;
        Directory.CreateDirectory(Path.Combine(source, "games"));
        File.WriteAllText(Path.Combine(source, "games", "domains"), "play.test\n");
        File.WriteAllText(Path.Combine(source, "games", "urls"), "site.test/games\n");
        File.WriteAllText(Path.Combine(source, "README"), "not a list\n");
        var archive = Path.Combine(_folder, "lists.tar.gz");
        using (var packed = new GZipStream(File.Create(archive), CompressionLevel.Fastest)) TarFile.CreateFromDirectory(source, packed, includeBaseDirectory: true);
        var zip = Path.Combine(_folder, "lists.zip");
        ZipFile.CreateFromDirectory(source, zip);
        var single = Path.Combine(_folder, "games.domains.gz");
        using (var packed = new GZipStream(File.Create(single), CompressionLevel.Fastest)) packed.Write("play.test\n"u8);

        foreach (var path in new[] { source, archive, zip }) ListFolder.Read(path).Select(file => (file.List, Encoding.UTF8.GetString(file.Content.Span))).Order().ShouldBe([("games", "play.test\n"), ("games", "site.test/games\n")]);
        ListFolder.Read(single).Single().List.ShouldBe("games");
    }

    [Fact]
    public void SnapshotFile_DamagedAnywhere_IsRefusedInWords()
    {
        Compile(("games", string.Join('\n', Enumerable.Range(0, 300).Select(one => $"play{one}.test"))));
        var path = Path.Combine(_folder, "lists.snapshot");
        var sound = File.ReadAllBytes(path);
        FilterSnapshot.Open(path, out _).ShouldNotBeNull();
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var damaged = (byte[])sound.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            Refused(damaged);
        }

        foreach (var length in new[] { 0, 1, 100, 4095, 4096, sound.Length / 2, sound.Length - 1 }) Refused(sound[..length]);
        Refused([.. sound, 0]);
        Refused(new byte[8192]);

        void Refused(byte[] bytes)
        {
            var other = Path.Combine(_folder, "damaged.snapshot");
            File.WriteAllBytes(other, bytes);
            FilterSnapshot.Open(other, out var fault).ShouldBeNull();
            fault.ShouldNotBeNullOrWhiteSpace();
        }
    }

    /// <summary>Somebody copies other lists over the file instead of beside it: what was opened stays as it was, and nothing falls.</summary>
    [Fact]
    public void SnapshotFile_WrittenIntoAndCutOff_ChangesNothingOfWhatWasOpened()
    {
        Compile(("games", string.Join('\n', Enumerable.Range(0, 3000).Select(one => $"play{one}.test"))));
        var path = Path.Combine(_folder, "lists.snapshot");
        var opened = FilterSnapshot.Open(path, out _).ShouldNotBeNull();

        using (var file = File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) file.Write(new byte[(int)file.Length / 2]);
        Known().ShouldBe(3000);

        using (var file = File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) file.SetLength(10);
        Known().ShouldBe(3000);

        int Known() => Enumerable.Range(0, 3000).Count(one => Holds(opened, $"play{one}.test"));
    }

    /// <summary>A forged file with a right sum must not send a look-up out of its memory or into a circle.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public unsafe void SnapshotFile_Forged_IsRefused(int how)
    {
        Compile(("games", "play.test\nother.test\n"));
        var path = Path.Combine(_folder, "lists.snapshot");
        var bytes = File.ReadAllBytes(path);
        var slots = (int)SnapshotHeader.Round(SnapshotHeader.Size + 32 * BitConverter.ToInt32(bytes, 8));
        var count = BitConverter.ToInt64(bytes, 16);
        for (var slot = 0; slot < count; slot++)
        {
            if (how == 0) BitConverter.TryWriteBytes(bytes.AsSpan(slots + 8 * slot), 0x7fffUL);
            else BitConverter.TryWriteBytes(bytes.AsSpan(slots + 8 * slot), 0x10000UL | 1);
        }

        fixed (byte* start = bytes) FilterSnapshot.Digest(start, bytes.Length, bytes.AsSpan(SnapshotHeader.DigestAt, SnapshotHeader.DigestLength));
        File.WriteAllBytes(path, bytes);

        FilterSnapshot.Open(path, out var fault).ShouldBeNull();
        fault.ShouldNotBeNull();
    }

    [Fact]
    public void SnapshotThatIsReplaced_GoesOnAnsweringForWhoeverHoldsIt()
    {
        Compile(("games", "play.test\n"));
        var first = Open();
        Compile(("games", "other.test\n"));
        var second = Open();

        (Holds(first, "play.test"), Holds(first, "other.test"), Holds(second, "play.test"), Holds(second, "other.test")).ShouldBe((true, false, false, true));
        first.Version.ShouldNotBe(second.Version);
    }

    [Fact]
    public void AnyLines_BecomeEntriesOrAreRejected_NeverMore()
    {
        var random = new Random(5);
        var rounds = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 1_000_000 : 20_000;
        string[] seeds = ["0.0.0.0 play.test b.test # x", "play.test/games/", "*.a.test CNAME .", "||a.test^", "[2001:db8::1]/x", "xn--bcher-kva.test", "1.2.3.4", "a.test 300 IN CNAME ."];
        var parser = new LineParser(new byte[2 * Engine.Addresses.WebAddress.ScratchLength]);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = Encoding.ASCII.GetBytes(seeds[random.Next(seeds.Length)]).ToList();
            for (var change = random.Next(5); change >= 0; change--)
            {
                if (random.Next(2) == 0 && bytes.Count > 0) bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
                else bytes.Insert(random.Next(bytes.Count + 1), (byte)random.Next(256));
            }

            for (var kind = parser.Read(bytes.ToArray()); ; kind = parser.ReadMore())
            {
                if (kind is LineKind.Entry) parser.Host.IsEmpty.ShouldBeFalse();
                if (kind is LineKind.Rejected) parser.Because.ShouldNotBeNullOrEmpty();
                if (!parser.HasMore) break;
            }
        }
    }

    private (IReadOnlyList<SnapshotList>, IReadOnlyList<RejectedLine>) Compile(params (string List, string Lines)[] lists)
    {
        var compiler = new ListCompiler();
        foreach (var (list, lines) in lists) compiler.Add(new ListFile(list, list, Small.Now, Encoding.UTF8.GetBytes(lines)));
        return (compiler.Write(Path.Combine(_folder, "lists.snapshot")), compiler.Rejected);
    }

    private FilterSnapshot Open() => FilterSnapshot.Open(Path.Combine(_folder, "lists.snapshot"), out var fault) ?? throw new InvalidDataException(fault);

    private static bool Holds(FilterSnapshot snapshot, string name)
    {
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var count = NameHash.OfSuffixes(Encoding.ASCII.GetBytes(name), hashes, starts);
        return !snapshot.Find(hashes[..count], "/"u8).IsEmpty;
    }
}
