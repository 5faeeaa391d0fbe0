using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Lifeguard.Gateway.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Tests.Support;

/// <summary>The gateway as it runs: real listeners on loopback, a folder of its own.</summary>
internal sealed class RunningGate : IAsyncDisposable
{
    public const string Key = "a key of more than sixteen signs";

    private readonly WebApplication _app;

    private RunningGate(WebApplication app, string folder)
    {
        (_app, Folder) = (app, folder);
        var ports = app.Urls.Select(url => new Uri(url).Port).ToArray();
        (Icap, Health) = (new IPEndPoint(IPAddress.Loopback, ports[0]), new Uri($"http://127.0.0.1:{ports[1]}"));
    }

    public string Folder { get; }
    public IPEndPoint Icap { get; }
    public Uri Health { get; }
    public LiveFilter Live => _app.Services.GetRequiredService<LiveFilter>();
    public Counts Counts => _app.Services.GetRequiredService<Counts>();
    public Written Log { get; } = new();
    public LogKept Said { get; } = new();

    public static async Task<RunningGate> StartAsync(Func<GatewaySettings, GatewaySettings>? change = null)
    {
        var folder = SmallGate.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "gate.key"), Key);
        var settings = new GatewaySettings { Folder = folder, Icap = new IPEndPoint(IPAddress.Loopback, 0), Health = new IPEndPoint(IPAddress.Loopback, 0) };
        var log = new LogKept();
        RunningGate? gate = null;
        var app = GatewayHost.Build(change?.Invoke(settings) ?? settings, TimeProvider.System, services => services
            .AddSingleton<IDecisionLog>(_ => gate!.Log).AddLogging(logging => logging.ClearProviders().AddProvider(log)));
        app.Services.GetRequiredService<LiveFilter>().Look();
        await app.StartAsync();
        return gate = new RunningGate(app, folder, log);
    }

    private RunningGate(WebApplication app, string folder, LogKept said) : this(app, folder) => Said = said;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public Task StopAsync() => _app.StopAsync();

    public async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(Icap);
        return client;
    }

    /// <summary>Sends and reads until the other side closes or says nothing for a moment.</summary>
    public async Task<string> AskAsync(string message)
    {
        using var client = await ConnectAsync();
        return await AskAsync(client.GetStream(), message);
    }

    public static async Task<string> AskAsync(NetworkStream stream, string message)
    {
        await stream.WriteAsync(Ask.Bytes(message));
        var answer = "";
        var buffer = new byte[64 * 1024];
        while (!IsWhole(answer))
        {
            var length = await stream.ReadAsync(buffer);
            if (length == 0) break;
            answer += System.Text.Encoding.Latin1.GetString(buffer, 0, length);
        }

        return answer;
    }

    public async Task<HttpStatusCode> PostAsync(string path, object? body, string? key = Key)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Health, path)) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task<(HttpStatusCode Status, string Text)> HealthAsync(string path = "/health")
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(Health, path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until something is so; the folder is looked at four times a second.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 200 && !isSo(); i++) await Task.Delay(25);
        isSo().ShouldBeTrue();
    }

    private static bool IsWhole(string answer)
    {
        try
        {
            return answer.Length > 0 && Answered.All(Ask.Bytes(answer)).Count > 0;
        }
        catch (Exception unfinished) when (unfinished is InvalidDataException or EndOfStreamException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}

/// <summary>Every line that was logged.</summary>
internal sealed class LogKept : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;
    public void Dispose() { }
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue(formatter(state, exception) + exception);
}
