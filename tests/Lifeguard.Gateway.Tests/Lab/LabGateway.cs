using System.Net;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Gateway.Live;
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

    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-gateway-").FullName;
    private readonly WebApplication _app;

    private LabGateway(int port)
    {
        Port = port;
        File.WriteAllText(Path.Combine(_folder, "policy.yml"), Policy);
        File.WriteAllText(Path.Combine(_folder, "phrases.txt"), "60 free slots\n60 casino\n");
        var compiler = new ListCompiler();
        var now = TimeProvider.System.GetUtcNow();
        compiler.Add(new ListFile("adult", "adult", now, "blocked.test\ngood.test/bad\n"u8.ToArray()));
        compiler.Add(new ListFile("sealed", "sealed", now, "sealed.test\n"u8.ToArray()));
        compiler.Add(new ListFile("circumvention", "circumvention", now, "nip.test\ndoh.test\nproxy.test\nfront.test\nremote.test\nmirror.test\n"u8.ToArray()));
        compiler.Write(Path.Combine(_folder, "lists.snapshot"));
        _app = GatewayHost.Build(
            new GatewaySettings { Folder = _folder, Icap = new IPEndPoint(IPAddress.Loopback, port), Health = new IPEndPoint(IPAddress.Loopback, SquidLab.FreePort()), Site = new Uri("http://site.test/") }, TimeProvider.System);
        _app.Services.GetRequiredService<LiveFilter>().Look();
    }

    public int Port { get; }

    public static async Task<LabGateway> StartAsync()
    {
        var gateway = new LabGateway(SquidLab.FreePort());
        await gateway._app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
