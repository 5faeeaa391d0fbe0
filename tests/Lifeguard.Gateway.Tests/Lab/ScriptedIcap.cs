using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>What a filter can do wrong, and once right.</summary>
internal enum IcapManner
{
    /// <summary>Lets everything through.</summary>
    Healthy,
    Blocks,
    Closes,
    Hangs,
    Slow1,
    Slow3,
    Slow10,
    Status404,
    Status500,
    Status503,
    Garbage,
    Truncated,
    WrongLength,

    /// <summary>Also the question what it can do is answered with a fault.</summary>
    Gone,
}

/// <summary>An ICAP server that answers as it is told, and keeps what it was shown.</summary>
internal sealed class ScriptedIcap : IDisposable
{
    private readonly ConcurrentQueue<string> _shown = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;

    public ScriptedIcap(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start(200);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
    public IcapManner Manner { get; set; }

    /// <summary>The most lines that were open at one time.</summary>
    public int MostLines { get; private set; }

    /// <summary>Decides while the manner is healthy: given the ICAP head and the head that it carried, null lets it through, else an HTTP head to answer or to ask instead.</summary>
    public Func<string, string, string?>? Judge { get; init; }

    /// <summary>Each request's ICAP head with the head that it carried.</summary>
    public IReadOnlyList<string> Shown => [.. _shown];

    public void Forget() => _shown.Clear();

    public void Dispose()
    {
        if (_end.IsCancellationRequested) return;
        _end.Cancel();
        _listener.Stop();
        foreach (var client in _clients.Keys) client.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _clients[client] = true;
                MostLines = Math.Max(MostLines, _clients.Count);
                _ = ServeAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var own = client;
        try
        {
            var stream = client.GetStream();
            while (await PlainWire.ReadHeadAsync(stream, _end.Token) is { } head)
                if (!await AnswerAsync(stream, head)) break;
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            _clients.TryRemove(client, out _);
        }
    }

    /// <summary>True to go on with the same connection.</summary>
    private async Task<bool> AnswerAsync(NetworkStream stream, string head)
    {
        async Task<bool> Say(string text, bool goesOn = true)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _end.Token);
            return goesOn;
        }

        if (head.StartsWith("OPTIONS", StringComparison.Ordinal))
        {
            if (Manner == IcapManner.Gone) return false;
            var method = head.Contains("reqmod", StringComparison.Ordinal) ? "REQMOD" : "RESPMOD";
            return await Say($"ICAP/1.0 200 OK\r\nMethods: {method}\r\nISTag: \"lab\"\r\nAllow: 204\r\nPreview: 0\r\nTransfer-Preview: *\r\nMax-Connections: 100\r\nOptions-TTL: 600\r\nEncapsulated: null-body=0\r\n\r\n");
        }

        var (carried, hasBody) = await ReadCarriedAsync(stream, head);
        _shown.Enqueue(head + carried);
        if (hasBody) await PlainWire.ReadChunksAsync(stream, _end.Token);
        const string Nothing = "ICAP/1.0 204 No Content\r\nISTag: \"lab\"\r\nEncapsulated: null-body=0\r\n\r\n";
        const string Page = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n";
        switch (Manner)
        {
            case IcapManner.Healthy when head.StartsWith("REQMOD", StringComparison.Ordinal) && Judge?.Invoke(head, carried) is { } instead:
                return await Say($"ICAP/1.0 200 OK\r\nISTag: \"lab\"\r\nEncapsulated: {(instead.StartsWith("HTTP/", StringComparison.Ordinal) ? "res" : "req")}-hdr=0, null-body={instead.Length}\r\n\r\n{instead}");
            case IcapManner.Healthy: return await Say(Nothing);
            case IcapManner.Blocks: return await Say($"ICAP/1.0 200 OK\r\nISTag: \"lab\"\r\nEncapsulated: res-hdr=0, res-body={Page.Length}\r\n\r\n{Page}7\r\nblocked\r\n0\r\n\r\n");
            case IcapManner.Closes or IcapManner.Gone: return false;
            case IcapManner.Hangs:
                await Task.Delay(Timeout.Infinite, _end.Token);
                return false;
            case IcapManner.Slow1 or IcapManner.Slow3 or IcapManner.Slow10:
                await Task.Delay(TimeSpan.FromSeconds(Manner switch { IcapManner.Slow1 => 1, IcapManner.Slow3 => 3.5, _ => 10 }), _end.Token);
                return await Say(Nothing);
            case IcapManner.Status404: return await Say("ICAP/1.0 404 Not Found\r\nEncapsulated: null-body=0\r\n\r\n");
            case IcapManner.Status500: return await Say("ICAP/1.0 500 Server Error\r\nEncapsulated: null-body=0\r\n\r\n");
            case IcapManner.Status503: return await Say("ICAP/1.0 503 Overloaded\r\nEncapsulated: null-body=0\r\n\r\n");
            case IcapManner.Garbage: return await Say("\u0001\u0002\u0003 this is no answer \u007f\r\n\r\n", goesOn: false);
            case IcapManner.Truncated: return await Say($"ICAP/1.0 200 OK\r\nISTag: \"lab\"\r\nEncapsulated: res-hdr=0, res-body={Page.Length}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Ty", goesOn: false);
            case IcapManner.WrongLength: return await Say($"ICAP/1.0 200 OK\r\nISTag: \"lab\"\r\nEncapsulated: res-hdr=0, res-body={Page.Length + 40}\r\n\r\n{Page}7\r\nblocked\r\n0\r\n\r\n");
            default: return false;
        }
    }

    private async Task<(string Carried, bool HasBody)> ReadCarriedAsync(NetworkStream stream, string head)
    {
        var parts = (PlainWire.Header(head, "Encapsulated") ?? "").Split(',', StringSplitOptions.TrimEntries);
        var last = parts[^1].Split('=');
        var bytes = new byte[int.Parse(last[1], System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(bytes, _end.Token);
        return (Encoding.Latin1.GetString(bytes), last[0] is "req-body" or "res-body");
    }
}
