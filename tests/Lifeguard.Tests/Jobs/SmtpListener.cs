using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lifeguard.Tests.Jobs;

/// <summary>A mail server on loopback that takes every letter and shows it as it came over the wire.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public SmtpListener(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public ConcurrentQueue<ArrivedLetter> Letters { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 loopback");
                var to = "";
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (verb == "RCPT") to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync(verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
                    if (verb == "QUIT") return;
                    if (verb != "DATA") continue;
                    Letters.Enqueue(new ArrivedLetter(to, await TextAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                }
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    private async Task<string> TextAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".") text.Append(line).Append('\n');
        return text.ToString();
    }
}

/// <summary>A letter as it came over the wire.</summary>
internal sealed record ArrivedLetter(string To, string Raw)
{
    public string Header(string name) =>
        Raw.Split("\n\n")[0].Split('\n').Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 2)..]).Single();
}
