using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifeguard.Web.Pdf;

/// <summary>One running Chromium and the pipe to it. Messages are JSON, each ended by a zero byte; answers carry the number of their question.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly string _profile;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _asked = new();
    private readonly Task _reading;
    private readonly Task _complaining;
    private string _complaint = "";
    private int _number;

    private ChromiumProcess(Process process, string profile)
    {
        _process = process;
        _profile = profile;
        _reading = ReadAsync();
        _complaining = ComplainAsync();
    }

    /// <summary>The folder that lives as long as the process.</summary>
    public string Profile => _profile;

    public bool HasEnded => _reading.IsCompleted;

    /// <summary>The last thing it said on its error output before it drew anything; it knew nothing of any record then.</summary>
    public string Complaint => _complaint;

    public static ChromiumProcess Start(string chromium, PdfSettings settings)
    {
        var profile = ChromiumCommand.NewProfile();
        return new ChromiumProcess(Process.Start(ChromiumCommand.For(chromium, profile, settings))!, profile);
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="ChromiumFault">It refused, or is no longer there.</exception>
    public async Task<JsonObject> AskAsync(string method, JsonObject parameters, string? session, CancellationToken stop)
    {
        var number = Interlocked.Increment(ref _number);
        var answer = _asked[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null) message["sessionId"] = session;
        try
        {
            await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message), stop);
            if (HasEnded) throw new ChromiumFault("Chromium has ended.");
            return await answer.Task.WaitAsync(stop);
        }
        catch (IOException fault)
        {
            throw new ChromiumFault("The pipe to Chromium is closed.", fault);
        }
        finally
        {
            _asked.TryRemove(number, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Without its pipe Chromium goes by itself, and the shell beside it tidies up.
        Hush();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(ToLeave);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            if (Directory.Exists(_profile)) Directory.Delete(_profile, recursive: true);
        }

        await _reading;
        await _complaining;
        _process.Dispose();
        _writing.Dispose();
    }

    private void Hush()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It broke the pipe itself, so there is nobody left to tell.
        }
    }

    private async Task WriteAsync(byte[] message, CancellationToken stop)
    {
        await _writing.WaitAsync(stop);
        try
        {
            var pipe = _process.StandardInput.BaseStream;
            // Never half a message: whoever gives up does so before or after.
            await pipe.WriteAsync(message, CancellationToken.None);
            await pipe.WriteAsync(new byte[] { 0 }, CancellationToken.None);
            await pipe.FlushAsync(CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        var pipe = _process.StandardOutput.BaseStream;
        var chunk = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (await pipe.ReadAsync(chunk) is var length and > 0)
            {
                var rest = chunk.AsMemory(0, length);
                for (var end = rest.Span.IndexOf((byte)0); end >= 0; end = rest.Span.IndexOf((byte)0))
                {
                    message.Write(rest.Span[..end]);
                    Hear(message.GetBuffer().AsMemory(0, (int)message.Length));
                    message.SetLength(0);
                    rest = rest[(end + 1)..];
                }

                message.Write(rest.Span);
            }
        }
        catch (IOException)
        {
            // The same as the end of the pipe.
        }

        foreach (var one in _asked.Values) one.TrySetException(new ChromiumFault("Chromium has ended."));
    }

    private void Hear(ReadOnlyMemory<byte> message)
    {
        // Events are many and wanted by nobody here.
        if (JsonNode.Parse(message.Span)?.AsObject() is not { } heard || heard["id"] is not { } number || !_asked.TryGetValue((int)number, out var asked)) return;
        if (heard["error"] is JsonObject error) asked.TrySetException(new ChromiumFault((string?)error["message"] ?? "Chromium refused."));
        else asked.TrySetResult(heard["result"] as JsonObject ?? []);
    }

    private async Task ComplainAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            // Kept only until the first page is opened: what it says later could quote what it draws.
            if (Volatile.Read(ref _number) <= 1 && line.Length > 0) _complaint = line.Length > 300 ? line[..300] : line;
        }
    }
}

/// <summary>Chromium refused something or is gone.</summary>
internal sealed class ChromiumFault(string message, Exception? inner = null) : Exception(message, inner);
