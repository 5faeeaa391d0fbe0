using System.Globalization;
using System.Text;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>Just enough of HTTP and ICAP for the laboratory's own servers.</summary>
internal static class PlainWire
{
    /// <summary>A head up to its empty line, byte by byte; null at the end.</summary>
    public static async Task<string?> ReadHeadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) > 0)
        {
            head.Append((char)one[0]);
            if (head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n') return head.ToString();
            if (head.Length > 200_000) return null;
        }

        return null;
    }

    public static string? Header(string head, string name)
    {
        foreach (var line in head.Split("\r\n"))
            if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) return line[(name.Length + 1)..].Trim();
        return null;
    }

    public static async Task ReadBodyAsync(Stream stream, string head, CancellationToken stop)
    {
        if (Header(head, "Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) await ReadChunksAsync(stream, stop);
        else if (int.TryParse(Header(head, "Content-Length"), CultureInfo.InvariantCulture, out var length)) await stream.ReadExactlyAsync(new byte[length], stop);
    }

    /// <summary>Pieces up to the empty one and its trailers; true when it says that nothing follows the preview.</summary>
    public static async Task<bool> ReadChunksAsync(Stream stream, CancellationToken stop)
    {
        while (true)
        {
            var line = await ReadLineAsync(stream, stop);
            var length = int.Parse(line.Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length > 0)
            {
                await stream.ReadExactlyAsync(new byte[length + 2], stop);
                continue;
            }

            while ((await ReadLineAsync(stream, stop)).Length > 0)
            {
            }

            return line.Contains("ieof", StringComparison.Ordinal);
        }
    }

    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken stop)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) > 0)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        throw new IOException("The line breaks off.");
    }
}
