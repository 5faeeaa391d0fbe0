using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Tests.BadDays;

/// <summary>
/// The real site as a process of its own, so that it can be killed: as it is published, where ./test has published it, because compiled
/// ahead it is there in half the time; else from its build output.
/// </summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = Environment.GetEnvironmentVariable("LIFEGUARD_PUBLISHED") ?? BuildOutput.Of("Web");
    private readonly Process _process;
    private readonly Leash _leash;
    private readonly ConcurrentQueue<string> _log = new();

    private SiteProcess(Process process, Uri address)
    {
        _process = process;
        _leash = Leash.On(process.Id);
        Address = address;
        process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Log => string.Join('\n', _log);

    public static SiteProcess Launch(string app, string data, int port, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo(Path.Combine(Program, "Lifeguard.Web"))
        {
            WorkingDirectory = Program,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var setting in (string[])[$"--urls={address}", $"--ConnectionStrings:App={app}", $"--Lifeguard:Data={data}", .. settings]) start.ArgumentList.Add(setting);
        return new SiteProcess(Process.Start(start)!, address);
    }

    public static async Task<SiteProcess> StartAsync(string app, string data, int port, params string[] settings)
    {
        var site = Launch(app, data, port, settings);
        try
        {
            await site.UntilAsync("/ready", HttpStatusCode.OK);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks until the answer has this status; fails with the log when it never has.</summary>
    public async Task UntilAsync(string path, HttpStatusCode wanted)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(20) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50))
        {
            if (_process.HasExited) break;
            try
            {
                using var answer = await client.GetAsync(path);
                if (answer.StatusCode == wanted) return;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
            }
        }

        throw new InvalidOperationException($"{path} never answered {wanted}. The site's log:\n{Log}");
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _leash.Dispose();
        _process.Dispose();
    }
}
