using Lifeguard.Filtering.Alarms;
using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Tests.Filtering;

/// <summary>A school with people who hear of its gate, and a gateway that says what a test has it say.</summary>
public sealed class AlarmScene : IAsyncLifetime
{
    private WebApplication _gateway = null!;
    private GatewaysSeen _seen = new();

    internal World World { get; } = new();
    internal Someone Technician { get; private set; } = null!;
    internal Someone Lead { get; private set; } = null!;
    internal Someone Head { get; private set; } = null!;
    internal Someone Teacher { get; private set; } = null!;
    internal Someone Elsewhere { get; private set; } = null!;

    internal Uri Gateway => new(_gateway.Urls.First());

    /// <summary>Nobody listens there.</summary>
    internal static Uri Nobody { get; } = new("http://127.0.0.1:1");

    /// <summary>What the gateway says.</summary>
    internal string Says { get; set; } = Well;

    internal const string Well = """{"name":"gateway-1","decides":true,"faults":[],"fileFaults":[],"listsWait":null,"logIsStuck":false,"notLogged":0,"probes":[{"name":"pupils","at":"2026-11-17T10:20:00+00:00","saw":"blocked","misses":0,"isFault":false}]}""";

    internal static string Seen(string saw, int misses) => Well.Replace("\"blocked\",\"misses\":0", $"\"{saw}\",\"misses\":{misses}", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        var school = await World.SchoolAsync();
        Technician = await World.PersonAsync(school, "Dilan Okafor", PersonKind.Staff, Role.Technician);
        Lead = await World.PersonAsync(school, "Maren Holloway", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        Head = await World.PersonAsync(school, "Ravi Castell", PersonKind.Staff, Role.Head);
        Teacher = await World.PersonAsync(school, "Ines Farrow", PersonKind.Staff, Role.Teacher);
        Elsewhere = await World.PersonAsync(await World.SchoolAsync(name: "Larkhollow Primary School"), "Petra Lindqvist", PersonKind.Staff, Role.Technician);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _gateway = builder.Build();
        _gateway.MapGet("/health", () => Results.Text(Says, "application/json"));
        await _gateway.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await World.DisposeAsync();
    }

    /// <summary>Another hour, in which everything was well; the site was started anew.</summary>
    internal async Task BeginAsync()
    {
        _seen = new GatewaysSeen();
        World.Clock.PassMinutes(30);
        Says = Well;
        await LookAsync();
        World.Clock.PassMinutes(30);
        await LookAsync();
        await World.SendLettersAsync();
        World.Post.Sent.Clear();
    }

    internal void RestartSite() => _seen = new GatewaysSeen();

    internal Task LookAsync(params Uri[] gateways) => World.DoAsync(async services =>
    {
        World.Clock.Pass(TimeSpan.FromSeconds(30));
        var settings = new GateSettings { Folder = World.GateFolder, School = "Tarrowby High School", Gateways = gateways.Length == 0 ? [Gateway] : gateways };
        await ActivatorUtilities.CreateInstance<LookAtGateways>(services, settings, _seen).LookAsync(CancellationToken.None);
    });

    /// <summary>To whom a letter went since.</summary>
    internal async Task<IReadOnlyList<(string To, LetterUrgency Urgency)>> LettersAsync()
    {
        await World.SendLettersAsync();
        var sent = World.Post.Sent.ToList();
        World.Post.Sent.Clear();
        return sent;
    }

    internal async Task<PageSeen> PageAsync(Someone who, string address = "/gate/alarms") => await (await World.SignedInAsync(who)).GetAsync(address);
}
