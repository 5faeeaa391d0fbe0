using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Spool;

namespace Lifeguard.Gateway.Tests.Spool;

public sealed class SpoolReaderTests : IDisposable
{
    private readonly SpoolPlace _place = new();
    private readonly string _name;
    private readonly byte[] _file;

    public SpoolReaderTests()
    {
        using (var writer = _place.Writer()) SpoolPlace.Fill(writer, 40);
        _name = _place.Reader.Waiting().ShouldHaveSingleItem();
        _file = File.ReadAllBytes(Path.Combine(_place.Folder, _name));
    }

    public void Dispose() => _place.Dispose();

    [Fact]
    public void CutAtEveryByte_ItIsNeverTakenForWhole()
    {
        for (var length = 0; length < _file.Length; length++)
        {
            _place.Reader.Open(_name, _file[..length], out var fault).ShouldBeNull();
            fault.ShouldBe(SegmentFault.Truncated, $"cut at {length}");
        }

        _place.Reader.Open(_name, [.. _file, 0], out var more).ShouldBeNull();
        more.ShouldBe(SegmentFault.TooLong);
        _place.Reader.Open(_name, _file, out _).ShouldNotBeNull();
    }

    [Fact]
    public void EachByteCounts()
    {
        for (var at = 0; at < _file.Length; at++)
        {
            var changed = _file.ToArray();
            changed[at] ^= 0x10;
            _place.Reader.Open(_name, changed, out var fault).ShouldBeNull($"changed at {at}");
            fault.ShouldNotBe(SegmentFault.None);
        }
    }

    [Fact]
    public void UnderAnotherName_ItIsNotTaken()
    {
        var other = _name.Replace("-", "-0", StringComparison.Ordinal);
        _place.Reader.Open(other, _file, out var fault).ShouldBeNull();
        fault.ShouldBe(SegmentFault.OtherName);
    }

    [Fact]
    public void HugeNumbersInAHead_TakeNoMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (at, value) in new[] { (32, int.MaxValue), (32, -1), (117, int.MaxValue), (117, -1), (117, SegmentHead.MaxSealed) })
        {
            var changed = _file.ToArray();
            BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), value);
            _place.Reader.Open(_name, changed, out var fault).ShouldBeNull();
            fault.ShouldBeOneOf(SegmentFault.Impossible, SegmentFault.Truncated);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void AFileBeyondAnySegment_IsNotRead()
    {
        using (var stream = File.Create(Path.Combine(_place.Folder, _name))) stream.SetLength(1L << 33);
        _place.Reader.Open(_name, out var fault).ShouldBeNull();
        fault.ShouldBe(SegmentFault.TooLong);
    }

    [Fact]
    public void WhatCannotBeOpened_StepsAsideByName_AndTheRestGoesOn()
    {
        using (var writer = _place.Writer())
        {
            _place.Clock.Move(TimeSpan.FromSeconds(5));
            SpoolPlace.Fill(writer, 5, first: 40);
        }

        var broken = _file.ToArray();
        broken[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(_place.Folder, _name), broken);
        File.WriteAllText(Path.Combine(_place.Folder, "zzz.seg"), "not one of ours");
        var read = 0;
        foreach (var name in _place.Reader.Waiting())
        {
            if (_place.Reader.Open(name, out var fault) is { } segment) read += segment.Rows.Length;
            else _place.Reader.SetAside(name, fault);
        }

        read.ShouldBe(5);
        Directory.EnumerateFiles(Path.Combine(_place.Folder, SpoolReader.Aside)).Select(Path.GetFileName).Order().ShouldBe([$"{_name}.Damaged", "zzz.seg.Truncated"]);
    }

    [Fact]
    public void OfWhatIsSetAside_AHundredAreKept()
    {
        for (var number = 0; number < 130; number++)
        {
            File.WriteAllText(Path.Combine(_place.Folder, $"x{number}.seg"), "");
            _place.Reader.SetAside($"x{number}.seg", SegmentFault.Truncated);
        }

        Directory.EnumerateFiles(Path.Combine(_place.Folder, SpoolReader.Aside)).Count().ShouldBe(100);
        _place.Reader.Waiting().ShouldBe([_name]);
    }

    /// <summary>A gateway may hold segments while the site is updated.</summary>
    [Fact]
    public void OfTheFormatBefore_ItIsRead_WithoutTheBytesThatItCounted()
    {
        var segment = Sealed(OfFormat1, records: 2, out _).ShouldNotBeNull();

        segment.Gateway.ShouldBe("gate");
        segment.Rows.Select(row => (row.At, segment.Askers[row.Asker].Client, segment.Hosts[row.Host], segment.Decisions[row.Decision].Action, row.Microseconds, Encoding.UTF8.GetString(segment.Path(row).Span)))
            .ShouldBe([(3L, "10.1.2.3", "a.example", "allow", 9, "/first"), (4L, "10.1.2.3", "a.example", "allow", 7, "/b")]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void OfAFormatThatNobodyKnows_ItIsRefusedByName(byte format)
    {
        var payload = SegmentSeal.Open(_place.Key, Head(_file), _file).ShouldNotBeNull();
        Sealed(payload, 40, out _).ShouldNotBeNull();

        Sealed([format, .. payload[1..]], 40, out var fault).ShouldBeNull();

        fault.ShouldBe(SegmentFault.Unreadable);
    }

    /// <summary>Whoever has the public key can seal anything: what opens is still not believed.</summary>
    [Fact]
    public void SealedByAnEnemy_WhateverItHolds_NothingFalls()
    {
        using var parts = _place.Writer();
        var honest = _place.Reader.Open(_name, out _).ShouldNotBeNull();
        var payload = SegmentSeal.Open(_place.Key, Head(_file), _file).ShouldNotBeNull();
        var random = new Random(5);
        var inputs = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 1_000_000 : 20_000;
        var opened = 0;
        for (var input = 0; input < inputs; input++)
        {
            var (from, records) = input % 4 == 0 ? (OfFormat1, 2) : (payload, honest.Rows.Length);
            var bytes = Mutate(random, from);
            var head = new SegmentHead(honest.Id, honest.MadeAt.ToUnixTimeMilliseconds(), random.Next(4) == 0 ? random.Next(bytes.Length / SegmentHead.MinRecord + 1) : records, 0, bytes.Length);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var segment = SegmentParser.Read(head, [], bytes);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000, $"input {input}");
            if (segment is null) continue;
            opened++;
            foreach (var row in segment.Rows)
            {
                (row.Asker < segment.Askers.Length && row.Host < segment.Hosts.Length && row.Decision < segment.Decisions.Length).ShouldBeTrue($"input {input}");
                PlainText.IsPlain(segment.Path(row).Span).ShouldBeTrue($"input {input}");
            }
        }

        opened.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void MutatedFiles_NeverOpen()
    {
        var random = new Random(6);
        for (var input = 0; input < (Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 1_000_000 : 20_000); input++)
        {
            var bytes = Mutate(random, _file);
            if (bytes.AsSpan().SequenceEqual(_file)) continue;
            _place.Reader.Open(_name, bytes, out var fault).ShouldBeNull($"input {input}");
            fault.ShouldNotBe(SegmentFault.None);
        }
    }

    // Two records, byte by byte: when, who, where, what, an answer's bytes (none, then 300), microseconds, path.
    private static byte[] OfFormat1 =>
    [
        1, 4, .. "gate"u8,
        6, 0, 8, .. "10.1.2.3"u8, 0, 0, 3, .. "ks2"u8, 0, 9, .. "a.example"u8, 0, 0, 5, .. "allow"u8, 1, .. "x"u8, 0, 0, 0, 9, 6, .. "/first"u8,
        2, 1, 1, 1, 0xAC, 2, 7, 2, .. "/b"u8,
    ];

    private Segment? Sealed(byte[] payload, int records, out SegmentFault fault)
    {
        var head = Head(_file) with { Records = records, SealedLength = payload.Length };
        return _place.Reader.Open(_name, SegmentSeal.Seal(_place.Key, SpoolKey.Mark(_place.Key), head, payload), out fault);
    }

    private static SegmentHead Head(byte[] file)
    {
        SegmentHead.TryRead(file, out var head).ShouldBe(SegmentFault.None);
        return head;
    }

    private static byte[] Mutate(Random random, byte[] from)
    {
        var bytes = from.ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))); break;
                default: bytes.Insert(at, (byte)(random.Next(2) * 255)); break;
            }

            if (bytes.Count == 0) bytes.Add(0);
        }

        return [.. bytes];
    }
}
