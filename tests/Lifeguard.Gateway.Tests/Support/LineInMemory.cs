using System.IO.Pipelines;
using Lifeguard.Filtering.Engine.Decide;
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

    public LineInMemory(Deciding? deciding = null, bool hasFilter = true)
    {
        Settings = new GatewaySettings { Folder = "/nowhere", Site = new Uri("https://site.test/") };
        Clock = new FixedClock();
        Live = new LiveFilter(Settings, Leases, Clock, NullLogger<LiveFilter>.Instance);
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

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
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
