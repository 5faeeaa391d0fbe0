using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Spool;

namespace Lifeguard.Gateway.Tests.Spool;

public sealed class SpoolWriterTests : IDisposable
{
    private readonly SpoolPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void WhatIsHandedIn_IsReadAsItWas()
    {
        using (var writer = _place.Writer())
        {
            writer.Write(new DecisionRecord
            {
                At = 1_772_442_000_123,
                Client = IPAddress.Parse("2001:db8::7"),
                Person = "a.teacher@school.example",
                IsSure = true,
                Level = "staff",
                Host = "xn--bcher-kva.example"u8,
                Path = "/a/b"u8,
                Category = "shopping",
                Action = "block",
                Reason = "category",
                List = "shopping",
                Rule = "levels.staff.block",
                Microseconds = 3,
            }).ShouldBeTrue();
        }

        var segment = _place.ReadAll().ShouldHaveSingleItem();
        segment.Gateway.ShouldBe("gateway-1");
        segment.Lost.ShouldBe(0);
        segment.MadeAt.ShouldBe(SpoolPlace.Start);
        var row = segment.Rows.ShouldHaveSingleItem();
        row.At.ShouldBe(1_772_442_000_123);
        segment.Askers[row.Asker].ShouldBe(new SpoolAsker("2001:db8::7", "a.teacher@school.example", true, "staff"));
        segment.Hosts[row.Host].ShouldBe("xn--bcher-kva.example");
        segment.Decisions[row.Decision].ShouldBe(new SpoolDecision("shopping", "block", "category", "shopping", "levels.staff.block"));
        Encoding.UTF8.GetString(segment.Path(row).Span).ShouldBe("/a/b");
        row.Microseconds.ShouldBe(3);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/a\nb\0c", "/a?b?c")]
    [InlineData("/\u0085x", "/??x")]
    [InlineData("/<script>alert(1)</script>", "/<script>alert(1)</script>")]
    public void Path_ThatIsNoPlainText_IsMadeSo(string path, string kept)
    {
        using (var writer = _place.Writer()) Write(writer, Encoding.UTF8.GetBytes(path));
        PathOf(_place.ReadAll().ShouldHaveSingleItem()).ShouldBe(kept);
    }

    [Fact]
    public void Path_ThatIsLong_IsCutAtTheBorderOfACharacter()
    {
        using (var writer = _place.Writer())
        {
            Write(writer, Encoding.UTF8.GetBytes("/" + new string('ü', 300)));
            Write(writer, [.. Enumerable.Repeat((byte)0x80, 500)]);
        }

        var segment = _place.ReadAll().ShouldHaveSingleItem();
        segment.Path(segment.Rows[0]).Length.ShouldBe(199);
        PathOf(segment).ShouldBe("/" + new string('ü', 99));
        Encoding.UTF8.GetString(segment.Path(segment.Rows[1]).Span).ShouldBe(new string('?', DecisionRecord.MaxPath));
    }

    [Fact]
    public void ASegmentIsClosed_WhenItIsASecondOld()
    {
        using var writer = _place.Writer();
        SpoolPlace.Fill(writer, 3);
        writer.Step();
        _place.Reader.Waiting().ShouldBeEmpty();
        _place.Clock.Move(TimeSpan.FromSeconds(1));
        writer.Step();
        _place.Reader.Waiting().Count.ShouldBe(1);
    }

    [Fact]
    public void ASegmentIsClosed_WhenItIsFull()
    {
        using (var writer = _place.Writer(settings => settings with { SegmentBytes = 2_000 }))
        {
            SpoolPlace.Fill(writer, 900);
            writer.Step();
            _place.Reader.Waiting().Count.ShouldBeGreaterThan(2);
        }

        _place.Numbers().SequenceEqual(Enumerable.Range(0, 900)).ShouldBeTrue();
    }

    [Fact]
    public void WhatFindsNoRoom_IsCounted_AndNobodyWaits()
    {
        using (var writer = _place.Writer(settings => settings with { HandOver = 64 }))
        {
            SpoolPlace.Fill(writer, 100).ShouldBe(64);
            writer.Lost.ShouldBe(36);
            writer.Step();
            SpoolPlace.Fill(writer, 1, first: 100).ShouldBe(1);
        }

        _place.ReadAll().Sum(segment => segment.Lost).ShouldBe(36);
        _place.Numbers().ShouldBe([.. Enumerable.Range(0, 64), 100]);
    }

    [Fact]
    public void ManyThreads_AreAllKept_EachOnce()
    {
        using (var writer = _place.Writer(settings => settings with { HandOver = 1 << 16, SegmentBytes = 20_000 }, starts: true))
        {
            Parallel.For(0, 8, thread => SpoolPlace.Fill(writer, 4_000, first: thread * 4_000));
        }

        _place.Numbers().Order().SequenceEqual(Enumerable.Range(0, 32_000)).ShouldBeTrue();
        _place.ReadAll().Sum(segment => segment.Lost).ShouldBe(0);
    }

    [Fact]
    public void AFolderThatIsFull_LosesTheOldest_AndSaysHowMany()
    {
        using (var writer = _place.Writer(settings => settings with { MaxFolderBytes = 60_000, SegmentBytes = 4_000 }))
        {
            for (var round = 0; round < 30; round++)
            {
                SpoolPlace.Fill(writer, 500, first: round * 500);
                // Their names sort by time.
                _place.Clock.Move(TimeSpan.FromSeconds(2));
                writer.Step();
            }
        }

        new DirectoryInfo(_place.Folder).EnumerateFiles().Sum(file => file.Length).ShouldBeLessThanOrEqualTo(60_000 + 6_000);
        var numbers = _place.Numbers();
        numbers.ShouldContain(14_999);
        numbers.ShouldNotContain(0);
        // Counted to the last one, also what was told by a segment that went itself.
        (numbers.Count + _place.ReadAll().Sum(segment => segment.Lost)).ShouldBe(15_000);
    }

    [Fact]
    public void AFolderThatCannotBeWritten_IsTriedAgain_AndNothingWaits()
    {
        // A file where the folder should be: nothing can be written, not even by root.
        var folder = Path.Combine(_place.Folder, "spool");
        File.WriteAllText(folder, "");
        using (var writer = _place.Writer(settings => settings with { Folder = folder, HandOver = 64, SegmentBytes = 1_000 }))
        {
            for (var round = 0; round < 10; round++)
            {
                SpoolPlace.Fill(writer, 64, first: round * 64);
                _place.Clock.Move(TimeSpan.FromSeconds(2));
                writer.Step();
            }

            writer.IsStuck.ShouldBeTrue();
            writer.Lost.ShouldBeGreaterThan(0);
            File.Delete(folder);
            _place.Clock.Move(TimeSpan.FromSeconds(2));
            writer.Step();
            writer.IsStuck.ShouldBeFalse();
        }

        var reader = new SpoolReader(folder, _place.Key);
        var segments = reader.Waiting().Select(name => reader.Open(name, out _).ShouldNotBeNull()).ToList();
        (segments.Sum(segment => segment.Rows.Length) + segments.Sum(segment => segment.Lost)).ShouldBe(640);
    }

    [Fact]
    public void WhatComesAfterTheEnd_IsForAnotherToWrite_AndWhatCannotBeWrittenIsCounted()
    {
        var writer = _place.Writer();
        SpoolPlace.Fill(writer, 3);
        writer.Dispose();
        SpoolPlace.Fill(writer, 1).ShouldBe(0);
        (writer.HasEnded, writer.Lost, writer.Written).ShouldBe((true, 0, 3));

        var folder = Path.Combine(_place.Folder, "spool");
        File.WriteAllText(folder, "");
        var stuck = _place.Writer(settings => settings with { Folder = folder });
        SpoolPlace.Fill(stuck, 5);
        stuck.Dispose();
        (stuck.Lost, stuck.Written).ShouldBe((5, 0));

        // Whoever follows tells of it.
        File.Delete(folder);
        SpoolWriter? place = stuck;
        SpoolWriter.Replace(ref place, new SpoolSettings { Folder = folder, PublicKey = SpoolKey.PublicPem(_place.Key), Gateway = "gateway-1" }, _place.Clock);
        SpoolPlace.Fill(place!, 2, first: 5);
        place!.Dispose();
        place.Lost.ShouldBe(5);
        var reader = new SpoolReader(folder, _place.Key);
        var segments = reader.Waiting().Select(name => reader.Open(name, out _).ShouldNotBeNull()).ToList();
        (segments.Sum(segment => segment.Rows.Length), segments.Sum(segment => segment.Lost)).ShouldBe((2, 5));
    }

    [Fact]
    public void WhatAKilledWriterLeft_IsNoSegment_AndIsTakenAway()
    {
        File.WriteAllBytes(Path.Combine(_place.Folder, "00019caed2a0-x.seg.tmp"), [1, 2, 3]);
        _place.Reader.Waiting().ShouldBeEmpty();
        _place.Writer().Dispose();
        Directory.EnumerateFiles(_place.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void ManyNames_FarBeyondAnyLength_AreCut()
    {
        using (var writer = _place.Writer())
        {
            writer.Write(new DecisionRecord { At = long.MinValue, Client = IPAddress.IPv6Any, Person = new string('€', 5_000), Level = new string('\0', 900), Host = new byte[9_000], Action = new string('\uD800', 900), Reason = "x", List = new string('y', 900), Rule = new string('z', 900), Microseconds = -1 });
            SpoolPlace.Fill(writer, 1);
        }

        var segment = _place.ReadAll().ShouldHaveSingleItem();
        segment.Rows.Length.ShouldBe(2);
        segment.Askers[0].Person.ShouldBe(new string('€', DecisionRecord.MaxName));
        segment.Hosts[0].ShouldBe(new string('?', DecisionRecord.MaxHost));
    }

    [Fact]
    public void TheWriter_CannotReadWhatItWrote()
    {
        using (var writer = _place.Writer()) SpoolPlace.Fill(writer, 10, host: "secret-name.example");
        var name = _place.Reader.Waiting().ShouldHaveSingleItem();
        Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_place.Folder, name))).ShouldNotContain("secret-name");
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        new SpoolReader(_place.Folder, other).Open(name, out var fault).ShouldBeNull();
        fault.ShouldBe(SegmentFault.OtherKey);
    }

    [Fact]
    public void TheKey_IsMadeOnce_ForItsOwnerAlone()
    {
        var file = Path.Combine(_place.Folder, SpoolKey.PrivateName);
        using var made = SpoolKey.ReadOrMake(file);
        using var read = SpoolKey.ReadOrMake(file);
        SpoolKey.PublicPem(read).ShouldBe(SpoolKey.PublicPem(made));
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        SpoolKey.PublicPem(read).ShouldNotContain("PRIVATE");
    }

    private static void Write(SpoolWriter writer, byte[] path) =>
        writer.Write(new DecisionRecord { At = 1, Client = IPAddress.Loopback, Level = "ks2", Host = "a.example"u8, Path = path, Action = "allow", Reason = "x" }).ShouldBeTrue();

    private static string PathOf(Segment segment) => Encoding.UTF8.GetString(segment.Path(segment.Rows[0]).Span);
}
