using System.IO.Pipelines;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Spool;
using Lifeguard.Gateway.Answer;
using Lifeguard.Gateway.Exchange;
using Lifeguard.Gateway.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Gateway.Tests.Support;

/// <summary>A line without a socket: bytes in, bytes out, no waiting.</summary>
internal sealed class LineInMemory
{
    private static readonly Filter Filter = SmallGate.Filter();

    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private readonly FixedClock _clock = new();

    public LineInMemory(Deciding? deciding = null, bool hasFilter = true)
    {
        Settings = new GatewaySettings { Folder = "/nowhere", Site = new Uri("https://site.test/") };
        Clock = _clock;
        Live = new LiveFilter(new GateFolder(Settings.Folder), Leases, Clock, NullLogger<LiveFilter>.Instance);
        var force = new InForce(Filter, Leases, Now);
        if (deciding is not null) force = new InForce(Filter, Leases, Now) { Decide = deciding };
        if (hasFilter) Live.Hold(force);
        Lines = new Lines(Clock);
        Tunnels = new OpenTunnels(Live, Clock, NullLogger<OpenTunnels>.Instance);
    }

    public GatewaySettings Settings { get; }
    public TimeProvider Clock { get; }
    public LiveFilter Live { get; }
    public Leases Leases { get; } = new();
    public Counts Counts { get; } = new();
    public Lines Lines { get; }
    public OpenTunnels Tunnels { get; }
    public Written Log { get; } = new();
    public bool WasCutOff { get; private set; }

    public Judging Judging(IDecisionLog? log = null) => new(Live, new BlockPage(Settings, new LiveHelplines(Settings)), log ?? Log, Counts, Tunnels, Clock, NullLogger<Judging>.Instance);

    /// <summary>A line with both its ends in the test's hands.</summary>
    public (PipeWriter Input, PipeReader Output, Task Run) Open()
    {
        var input = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));
        var output = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));
        var line = new IcapLine(new Duplex(input.Reader, output.Writer), () =>
        {
            WasCutOff = true;
            input.Writer.Complete(new IOException());
        }, Judging(), Lines, Counts, NullLogger.Instance);
        Lines.Add(line);
        return (input.Writer, output.Reader, RunAsync());

        async Task RunAsync()
        {
            try
            {
                await line.RunAsync();
            }
            finally
            {
                Lines.Remove(line);
                line.Dispose();
                await output.Writer.CompleteAsync();
            }
        }
    }

    /// <summary>Sends the pieces, then nothing more; what came back.</summary>
    public async Task<byte[]> SendAsync(params byte[][] pieces)
    {
        var (input, output, run) = Open();
        foreach (var piece in pieces) await input.WriteAsync(piece);
        await input.CompleteAsync();
        await run;
        return await DrainAsync(output);
    }

    public async Task<IReadOnlyList<Answered>> AskAsync(params string[] pieces) => Answered.All(await SendAsync([.. pieces.Select(Ask.Bytes)]));

    public async Task<Answered> AskOneAsync(string message) => (await AskAsync(message)).ShouldHaveSingleItem();

    public static async Task<byte[]> DrainAsync(PipeReader output)
    {
        using var all = new MemoryStream();
        await output.CopyToAsync(all);
        return all.ToArray();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>So much time goes by: whoever set a timer that is due is called.</summary>
    public void Pass(TimeSpan time) => _clock.Pass(time);

    private sealed class FixedClock : TimeProvider
    {
        private readonly List<Set> _timers = [];
        private TimeSpan _passed;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Set(this, () => callback(state));
            timer.Change(dueTime, period);
            _timers.Add(timer);
            return timer;
        }

        public void Pass(TimeSpan time)
        {
            _passed += time;
            foreach (var timer in _timers) timer.Look();
        }

        private sealed class Set(FixedClock clock, Action call) : ITimer
        {
            private TimeSpan? _due;

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                _due = dueTime < TimeSpan.Zero ? null : clock._passed + dueTime;
                return true;
            }

            public void Look()
            {
                if (!(_due <= clock._passed)) return;
                _due = null;
                call();
            }

            public void Dispose() => _due = null;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}

internal static class Sending
{
    public static async Task SendAsync(this PipeWriter input, string text) => await input.WriteAsync(Ask.Bytes(text), TestContext.Current.CancellationToken);
}

/// <summary>A log that a test reads.</summary>
internal sealed class Written : IDecisionLog
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get { lock (_lines) return [.. _lines]; }
    }

    public void Write(in DecisionRecord record)
    {
        var line = $"{record.Client} {record.Person ?? "-"} {(record.IsSure ? "sure" : "unsure")} {record.Level} {System.Text.Encoding.UTF8.GetString(record.Host)}{System.Text.Encoding.UTF8.GetString(record.Path)} {record.Action} {record.Reason} {record.Category ?? "-"}";
        lock (_lines) _lines.Add(line);
    }
}
