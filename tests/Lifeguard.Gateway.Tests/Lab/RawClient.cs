using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>Sends exactly these bytes to a port and keeps what comes back.</summary>
internal static class RawClient
{
    private const string Here = "127.0.0.1";

    /// <summary>Everything that came back until the other side closed or nothing came for a while.</summary>
    public static async Task<string> SayAsync(int port, string text, TimeSpan patience, string from = Here)
    {
        using var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        var reading = ReadAsync(stream, patience);
        foreach (var (bytes, pause) in Pieces(text))
        {
            if (pause > 0) await Task.Delay(pause);
            try
            {
                await stream.WriteAsync(bytes);
            }
            catch (IOException)
            {
                // It was closed already; what it said is read below.
                break;
            }
        }

        return await reading;
    }

    public static Task<string> GetAsync(int port, string address, TimeSpan patience, string from = Here) => SayAsync(port, GetRequest(address), patience, from);

    public static string GetRequest(string address)
    {
        // As a browser does: the name of the address also in the head, where it has one.
        var name = address.Split("//", 2).ElementAtOrDefault(1)?.Split('/', '?', '#')[0].Split('@')[^1] ?? "";
        return $"GET {address} HTTP/1.1\\r\\nHost: {name}\\r\\nConnection: close\\r\\n\\r\\n";
    }

    /// <summary>A tunnel, then bytes in it. Answers what the proxy said to the tunnel, and what came through it.</summary>
    public static async Task<(string Answer, byte[] Within)> TunnelAsync(int port, string authority, byte[] first, TimeSpan patience, string from = Here)
    {
        using var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n"));
        using var enough = new CancellationTokenSource(patience);
        try
        {
            var head = await PlainWire.ReadHeadAsync(stream, enough.Token) ?? "";
            if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) return (head, []);
            await stream.WriteAsync(first, enough.Token);
            var buffer = new byte[4096];
            var count = await stream.ReadAsync(buffer, enough.Token);
            return (head, buffer[..count]);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            return ("", []);
        }
    }

    public static int Status(string answer) => answer.StartsWith("HTTP/1.", StringComparison.Ordinal) && answer.Length > 12 && int.TryParse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture, out var status) ? status : 0;

    /// <summary>The bytes of a text with escapes: \r \n \t \\ \xNN, \pNNN a pause of milliseconds, \hNNN so many lines of a head.</summary>
    public static IReadOnlyList<(byte[] Bytes, int Pause)> Pieces(string text)
    {
        var pieces = new List<(byte[], int)>();
        var (bytes, pause) = (new List<byte>(), 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[at]]));
                continue;
            }

            switch (text[++at])
            {
                case 'r': bytes.Add(13); break;
                case 'n': bytes.Add(10); break;
                case 't': bytes.Add(9); break;
                case '\\': bytes.Add((byte)'\\'); break;
                case 'x':
                    bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    at += 2;
                    break;
                case 'p':
                    pieces.Add(([.. bytes], pause));
                    bytes.Clear();
                    pause = int.Parse(text.AsSpan(at + 1, 3), CultureInfo.InvariantCulture);
                    at += 3;
                    break;
                case 'h':
                    for (var line = int.Parse(text.AsSpan(at + 1, 3), CultureInfo.InvariantCulture); line > 0; line--) bytes.AddRange(Encoding.ASCII.GetBytes($"X-Line-{line}: {new string('a', 100)}\r\n"));
                    at += 3;
                    break;
                default: throw new FormatException($"\\{text[at]} means nothing: {text}");
            }
        }

        pieces.Add(([.. bytes], pause));
        return pieces;
    }

    private static async Task<string> ReadAsync(NetworkStream stream, TimeSpan patience)
    {
        var said = new MemoryStream();
        var buffer = new byte[16384];
        using var enough = new CancellationTokenSource(patience);
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer, enough.Token)) > 0)
            {
                said.Write(buffer, 0, count);
                enough.CancelAfter(patience);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // What came so far is the answer.
        }

        return Encoding.UTF8.GetString(said.ToArray());
    }
}
