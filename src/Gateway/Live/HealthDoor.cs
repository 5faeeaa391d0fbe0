using System.Net;
using System.Text.Json;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Probes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>The second door, on loopback: how it stands, who sits where, whether a password is right, which open tunnels may go on.</summary>
internal sealed class HealthDoor(LiveFilter live, LiveHelplines helplines, Leases leases, Counts counts, SpoolLog spool, OpenTunnels tunnels, GatewaySettings settings, Prober prober, GateKey key, ISignIn signIn, TimeProvider clock, ILogger<HealthDoor> log)
{
    private const int LongestBody = 4096;
    private const int MostFaults = 20;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Map(WebApplication app)
    {
        var door = app.Services.GetRequiredService<HealthDoor>();
        app.Run(door.AnswerAsync);
    }

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/health") => HealthAsync(context),
            ("GET", "/probe") => ProbeAsync(context),
            ("POST", "/leases") => LeaseAsync(context),
            ("POST", "/sign-in") => SignInAsync(context),
            ("POST", TunnelQuestion.Path) => TunnelsAsync(context),
            _ => Say(context, 404),
        };
    }

    private Task HealthAsync(HttpContext context)
    {
        var force = live.Current;
        var probes = prober.Results;
        var waiting = live.Waiting;
        List<string> faults = [.. live.Faults, .. helplines.Faults, .. probes.Where(probe => probe.IsFault).Select(probe => $"The probe \"{probe.Name}\" has not seen what it should {probe.Misses} times: {probe.Saw}.")];
        if (spool.IsStuck) faults.Add("The log cannot be written: is the disk full? Everything is decided as before.");
        context.Response.StatusCode = force is null ? 503 : 200;
        return context.Response.WriteAsJsonAsync(new
        {
            settings.Name,
            Decides = force is not null,
            Lists = force?.Filter.Snapshot.Version,
            Entries = force?.Filter.Snapshot.Entries,
            Policy = force?.Filter.Policy.Version,
            Overlay = force?.Filter.Overlay.Version,
            force?.Since,
            Faults = faults,
            // The same, apart, for a site that tells each of them to whoever it is for.
            FileFaults = live.Faults.Concat(helplines.Faults).Except(waiting).Take(MostFaults),
            ListsWait = waiting.Count == 0 ? null : string.Join(' ', waiting.Reverse().Take(MostFaults)),
            LogIsStuck = spool.IsStuck,
            counts.Connections,
            counts.Decided,
            counts.Blocked,
            counts.Failed,
            WireFaults = counts.Faults,
            Leases = leases.Count,
            Tunnels = tunnels.Count,
            TunnelsNotKept = tunnels.NotKept,
            Logged = spool.Written,
            NotLogged = spool.Lost,
            Probes = probes,
        }, Json, context.RequestAborted);
    }

    private async Task ProbeAsync(HttpContext context)
    {
        var results = await prober.ProbeAsync(context.RequestAborted);
        context.Response.StatusCode = results.All(result => result.IsRight) ? 200 : 503;
        await context.Response.WriteAsJsonAsync(results, Json, context.RequestAborted);
    }

    private async Task LeaseAsync(HttpContext context)
    {
        if (!MayEnter(context))
        {
            await Say(context, 401);
            return;
        }

        var lease = await ReadAsync<LeaseSaid>(context);
        if (lease is null || !IPAddress.TryParse(lease.Address, out var address) || lease.Account is { Length: 0 or > Wire.Limits.Account })
        {
            await Say(context, 400);
            return;
        }

        await Say(context, leases.Put(address, lease.Account, lease.Until, clock.GetUtcNow()) ? 204 : 503);
    }

    private async Task SignInAsync(HttpContext context)
    {
        if (!MayEnter(context))
        {
            await Say(context, 401);
            return;
        }

        var said = await ReadAsync<SignInSaid>(context);
        if (said is not { Name: { Length: > 0 and <= Wire.Limits.Account } name, Password: { } password })
        {
            await Say(context, 400);
            return;
        }

        await Say(context, await signIn.IsAsync(name, password, context.RequestAborted) ? 204 : 403);
    }

    private async Task TunnelsAsync(HttpContext context)
    {
        if (!MayEnter(context))
        {
            await Say(context, 401);
            return;
        }

        if (live.Current is null)
        {
            await Say(context, 503);
            return;
        }

        using var question = new MemoryStream();
        if (!await TryReadAsync(context, question))
        {
            await Say(context, 400);
            return;
        }

        // Not on the thread that reads from sockets: requests wait there to be answered.
        var answer = await Task.Run(() => TunnelQuestion.Answer(tunnels, question.GetBuffer().AsSpan(0, (int)question.Length)), context.RequestAborted);
        if (answer is null) await Say(context, 400);
        else await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private static async Task<bool> TryReadAsync(HttpContext context, MemoryStream into)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = TunnelQuestion.Longest;
        try
        {
            await context.Request.Body.CopyToAsync(into, context.RequestAborted);
            return true;
        }
        catch (BadHttpRequestException)
        {
            return false;
        }
    }

    private bool MayEnter(HttpContext context)
    {
        if (key.Opens(context.Request.Headers.Authorization)) return true;
        Log.WrongKey(log);
        return false;
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context) where T : class
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LongestBody;
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Json, context.RequestAborted);
        }
        catch (Exception wrong) when (wrong is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static Task Say(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <param name="Account">Null: nobody sits there any more.</param>
    private sealed record LeaseSaid(string? Address, string? Account, DateTimeOffset Until);

    private sealed record SignInSaid(string? Name, string? Password);
}
