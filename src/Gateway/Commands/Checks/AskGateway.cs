using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>What a gateway said.</summary>
/// <param name="Tag">What it holds, as it says it with each answer; null where it said nothing.</param>
internal sealed record GatewaySaid(string Seen, string? Tag);

/// <summary>
/// Asks a gateway by ICAP as Squid would, on behalf of somebody. Where https is not decrypted the question is Squid's second about a tunnel:
/// that is all a gateway ever sees of such a page.
/// </summary>
internal static class AskGateway
{
    private const int LongestHead = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<GatewaySaid> AskAsync(string gateway, Uri address, CheckAsker asker, bool decrypts, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            var colon = gateway.LastIndexOf(':');
            await client.ConnectAsync(gateway[..colon].Trim('[', ']'), int.Parse(gateway.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture), enough.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Question(gateway, address, asker, decrypts)), enough.Token);
            return await ReadAsync(stream, enough.Token);
        }
        catch (Exception failed) when (failed is SocketException or IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return new GatewaySaid("no answer", null);
        }
    }

    private static string Question(string gateway, Uri address, CheckAsker asker, bool decrypts)
    {
        var isTunnel = address.Scheme == "https" && !decrypts;
        var http = isTunnel
            ? $"CONNECT {address.IdnHost}:{address.Port} HTTP/1.1\r\nHost: {address.IdnHost}:{address.Port}\r\n\r\n"
            : $"GET {address.AbsoluteUri} HTTP/1.1\r\nHost: {address.IdnHost}\r\nAccept: text/html\r\n\r\n";
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"REQMOD icap://{gateway}/reqmod ICAP/1.0\r\nHost: {gateway}\r\nAllow: 204\r\n");
        if (asker.Address is { } from) text.Append(CultureInfo.InvariantCulture, $"X-Client-IP: {from}\r\n");
        if (asker.Account is { } account) text.Append("X-Client-Username: ").Append(account.Any(char.IsControl) ? "" : account).Append("\r\n");
        if (isTunnel) text.Append(CultureInfo.InvariantCulture, $"X-Filter-Stage: 2\r\nX-Filter-Sni: {address.IdnHost}\r\n");
        if (decrypts) text.Append("X-Filter-Decrypt: yes\r\n");
        return text.Append(CultureInfo.InvariantCulture, $"Encapsulated: req-hdr=0, null-body={http.Length}\r\n\r\n{http}").ToString();
    }

    /// <summary>Goes on is open, also at a safer address; a page in the answer's place is a block.</summary>
    private static async Task<GatewaySaid> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var text = "";
        var buffer = new byte[4096];
        while (text.Length < LongestHead)
        {
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0)
            {
                var lines = text[..head].Split("\r\n");
                var tag = lines.FirstOrDefault(line => line.StartsWith("ISTag:", StringComparison.OrdinalIgnoreCase))?[6..].Trim();
                if (lines[0].StartsWith("ICAP/1.0 204", StringComparison.Ordinal)) return new("open", tag);
                if (!lines[0].StartsWith("ICAP/1.0 200", StringComparison.Ordinal)) return new($"not understood ({lines[0]})", tag);
                var next = text.IndexOf("\r\n", head + 4, StringComparison.Ordinal);
                if (next >= 0)
                {
                    var first = text[(head + 4)..next];
                    if (!first.StartsWith("HTTP/", StringComparison.Ordinal)) return new("open", tag);
                    var status = first.Split(' ').ElementAtOrDefault(1);
                    return new(status == "403" ? "blocked" : $"closed, because nothing could be decided ({status})", tag);
                }
            }

            var count = await stream.ReadAsync(buffer, stop);
            if (count == 0) break;
            text += Encoding.Latin1.GetString(buffer, 0, count);
        }

        return new("no answer", null);
    }
}
