using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Spool;
using Lifeguard.Gateway.Live;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// Where the staff's door opens while the gateway does not answer: each such minute is written down, so that somebody can count them. Into the log that the
/// site loads, as one decision with a reason of its own, and into a file of the gate's folder. Who browsed in it, or where, nobody knows.
/// </summary>
internal sealed class UnfilteredMinutes(string gateway, string folder, TimeProvider clock)
{
    public const string FileName = "unfiltered.tsv";
    public const string Gateway = "staff-door";

    private const int LongestFile = 10 * 1024 * 1024;

    // What Squid waits for an answer before it goes past the filter.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private long _last = -1;

    /// <summary>True when this minute is unfiltered and was not yet written down.</summary>
    public async Task<bool> LookAsync(CancellationToken stop)
    {
        if (await AnswersAsync(stop)) return false;

        var now = clock.GetUtcNow();
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        if (minute == _last) return false;
        _last = minute;
        Append(now);
        Log(now);
        return true;
    }

    /// <summary>How many such minutes a gate's folder knows of since then.</summary>
    public static int Count(string folder, DateTimeOffset since)
    {
        var path = Path.Combine(folder, FileName);
        return !File.Exists(path) ? 0 : File.ReadLines(path).Select(line => line.Split('\t')[0]).Distinct(StringComparer.Ordinal)
            .Count(text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at >= since);
    }

    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            var colon = gateway.LastIndexOf(':');
            await client.ConnectAsync(gateway[..colon].Trim('[', ']'), int.Parse(gateway.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture), enough.Token);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"OPTIONS icap://{gateway}/reqmod ICAP/1.0\r\nHost: {gateway}\r\n\r\n"), enough.Token);
            var first = new byte[12];
            await client.GetStream().ReadExactlyAsync(first, enough.Token);
            return first.AsSpan().SequenceEqual("ICAP/1.0 200"u8);
        }
        catch (Exception failed) when (failed is SocketException or IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Append(DateTimeOffset now)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, FileName));
            if (!file.Exists || file.Length < LongestFile) File.AppendAllText(file.FullName, string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}\tstaff\n"));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // A full disk: the site's log may still take it.
        }
    }

    // A writer for this one record: the gateway, whose folder it is, is away.
    private void Log(DateTimeOffset now)
    {
        try
        {
            var key = Path.Combine(folder, SpoolKey.PublicName);
            if (!File.Exists(key)) return;
            using var writer = new SpoolWriter(new SpoolSettings { Folder = Path.Combine(folder, SpoolLog.FolderName), PublicKey = File.ReadAllText(key), Gateway = Gateway }, clock);
            writer.Write(Unfiltered.At(now, "staff"));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            // A key that is none: the gateway says so.
        }
    }
}
