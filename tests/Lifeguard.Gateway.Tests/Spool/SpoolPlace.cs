using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Spool;

namespace Lifeguard.Gateway.Tests.Spool;

/// <summary>A folder for segments, its keys, and a clock that moves when it is told to.</summary>
internal sealed class SpoolPlace : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public string Folder { get; } = Directory.CreateTempSubdirectory("lg-spool-").FullName;
    public ECDiffieHellman Key { get; } = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    public HandClock Clock { get; } = new();

    public SpoolReader Reader => new(Folder, Key);

    public SpoolWriter Writer(Func<SpoolSettings, SpoolSettings>? with = null, bool starts = false) =>
        new((with ?? (same => same))(new SpoolSettings { Folder = Folder, PublicKey = SpoolKey.PublicPem(Key), Gateway = "gateway-1", HandOver = 1024 }), Clock, starts);

    /// <summary>Hands in so many records, numbered in their paths from a first one on; answers with how many were taken.</summary>
    public static int Fill(SpoolWriter writer, int count, int first = 0, string host = "games.example")
    {
        var taken = 0;
        for (var number = first; number < first + count; number++)
        {
            taken += writer.Write(new DecisionRecord
            {
                At = Start.ToUnixTimeMilliseconds() + number,
                Client = IPAddress.Loopback,
                Person = number % 3 == 0 ? null : $"pupil{number % 7}",
                IsSure = number % 3 != 0,
                Level = "ks2",
                Host = Encoding.UTF8.GetBytes(host),
                Path = Encoding.UTF8.GetBytes($"/{number}"),
                Category = number % 2 == 0 ? "games" : null,
                Action = number % 2 == 0 ? "block" : "allow",
                Reason = number % 2 == 0 ? "category" : "nothing-against",
                List = number % 2 == 0 ? "games" : null,
                Microseconds = number % 50,
            }) ? 1 : 0;
        }

        return taken;
    }

    public List<Segment> ReadAll() => [.. Reader.Waiting().Select(name => Reader.Open(name, out _).ShouldNotBeNull())];

    public List<int> Numbers() => [.. ReadAll().SelectMany(segment => segment.Rows.Select(row => int.Parse(Encoding.UTF8.GetString(segment.Path(row).Span)[1..], System.Globalization.CultureInfo.InvariantCulture)))];

    public void Dispose()
    {
        Key.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    internal sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

        public override DateTimeOffset GetUtcNow() => Start.AddTicks(Interlocked.Read(ref _ticks));

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
