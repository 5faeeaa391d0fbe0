using System.Net;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Gateway.Live;
using Lifeguard.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>The gateway itself with the policy that the table of ways around tells of. Who comes from 127.0.0.2 is staff; of who comes from 127.0.0.3 pages are read.</summary>
internal sealed class LabGateway : IAsyncDisposable
{
    public const string StaffAddress = "127.0.0.2";
    public const string ReaderAddress = "127.0.0.3";

    private const string Policy =
        """
        policy: 1
        school: A school
        lowest level: pupils
        categories:
          adult: { title: Adult content, lists: [adult], locked: yes }
          circumvention: { title: Ways round the filter, lists: [circumvention], locked: yes }
        sealed lists: [sealed]
        words:
          bad: { title: Bad words, words: [badword], in: [searches, addresses] }
        phrases: [phrases.txt]
        levels:
          readers: { title: Readers, blocks: [adult], page limit: 100 }
          pupils: { title: Pupils, blocks: [adult, circumvention], words: [bad] }
          staff: { title: Staff, for: staff, blocks: [adult, circumvention], words: [bad], bare numbers: open, nameless tunnels: open, safe search: strict }
        addresses:
          127.0.0.2: staff
          127.0.0.3: readers
          127.0.0.1: pupils
        """;

    private readonly WebApplication _app;

    private LabGateway(int port, int health, TimeProvider clock, Action<string>? before)
    {
        (Port, Health) = (port, health);
        File.WriteAllText(At("policy.yml"), Policy);
        File.WriteAllText(At("phrases.txt"), "60 free slots\n60 casino\n");
        WriteLists(("adult", "blocked.test\ngood.test/bad\n"), ("sealed", "sealed.test\n"), ("circumvention", "nip.test\ndoh.test\nproxy.test\nfront.test\nremote.test\nmirror.test\n"));
        before?.Invoke(Folder);
        _app = GatewayHost.Build(
            new GatewaySettings { Folder = Folder, Icap = new IPEndPoint(IPAddress.Loopback, port), Health = new IPEndPoint(IPAddress.Loopback, health), Site = new Uri("http://site.test/") }, clock);
        Live.Look();
        Spool.Look();
    }

    public int Port { get; }

    /// <summary>The port of its second door.</summary>
    public int Health { get; }
    public string Folder { get; } = Directory.CreateTempSubdirectory("lifeguard-gateway-").FullName;
    public LiveFilter Live => _app.Services.GetRequiredService<LiveFilter>();
    public SpoolLog Spool => _app.Services.GetRequiredService<SpoolLog>();

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Whole or not at all, as the compiler itself writes.</summary>
    public void WriteLists(params (string Name, string Lines)[] lists)
    {
        var compiler = new ListCompiler();
        foreach (var (name, lines) in lists) compiler.Add(new ListFile(name, name, TimeProvider.System.GetUtcNow(), System.Text.Encoding.ASCII.GetBytes(lines)));
        compiler.Write(At("lists.snapshot"));
    }

    /// <param name="before">What is done with its folder before it starts.</param>
    /// <param name="port">Where Squid asks; any that is free by itself.</param>
    /// <param name="health">Where its second door is; any that is free by itself.</param>
    public static async Task<LabGateway> StartAsync(TimeProvider? clock = null, Action<string>? before = null, int? port = null, int? health = null)
    {
        var gateway = new LabGateway(port ?? FreePorts.Next(), health ?? FreePorts.Next(), clock ?? TimeProvider.System, before);
        await gateway._app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
