using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Answer;
using Lifeguard.Gateway.Exchange;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Probes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway;

/// <summary>Puts the gateway together: one process, two doors.</summary>
internal static class GatewayHost
{
    /// <summary>Runs until it is told to stop. What is wrong with settings or files at the start is said on standard error, and nothing opens.</summary>
    public static async Task<int> ServeAsync(string[] args, TextWriter errors)
    {
        // Whatever arrives is answered on the thread that saw it arrive: deciding takes a microsecond, changing threads takes ten.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        if (GatewaySettings.Read(configuration, out var faults) is not { } settings) return Stop(errors, faults);

        // Lists and phrases are read while the host is put together.
        var folder = new GateFolder(settings.Folder);
        var first = Task.Run(folder.Look);
        await using var app = Build(settings, TimeProvider.System, services => services.AddSingleton(folder));
        var live = app.Services.GetRequiredService<LiveFilter>();
        live.Begin(await first);
        app.Services.GetRequiredService<LiveHelplines>().Look();
        app.Services.GetRequiredService<SpoolLog>().Look();
        if (live.Current is null) return Stop(errors, live.Faults);

        await app.RunAsync();
        return 0;
    }

    /// <param name="adjust">Other services than the usual ones.</param>
    public static WebApplication Build(GatewaySettings settings, TimeProvider clock, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.IOQueueCount = 0;
            sockets.Backlog = 1024;
            // Four kilobytes a line are cheaper than asking the kernel twice for each message.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4096;
            kestrel.Listen(settings.Icap, door => door.UseConnectionHandler<IcapHandler>());
            kestrel.Listen(settings.Health);
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Lifeguard", LogLevel.Information);
        builder.Services.AddRoutingCore();

        builder.Services
            .AddSingleton(settings).AddSingleton(clock)
            .AddSingleton<Leases>().AddSingleton<Counts>().AddSingleton(new GateKey(settings.Folder)).AddSingleton(new GateFolder(settings.Folder))
            .AddSingleton<LiveFilter>().AddHostedService<WatchFolder>()
            .AddSingleton<LiveHelplines>().AddSingleton<BlockPage>()
            .AddSingleton<SpoolLog>().AddSingleton<IDecisionLog>(services => services.GetRequiredService<SpoolLog>())
            .AddSingleton<ISignIn, AskSite>()
            .AddSingleton<Lines>().AddHostedService(services => services.GetRequiredService<Lines>())
            .AddSingleton<Prober>().AddHostedService(services => services.GetRequiredService<Prober>())
            .AddSingleton<OpenTunnels>().AddHostedService(services => services.GetRequiredService<OpenTunnels>())
            .AddSingleton<HealthDoor>()
            .AddTransient<Judging>();
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<Lines>().End);
        HealthDoor.Map(app);
        return app;
    }

    private static int Stop(TextWriter errors, IReadOnlyList<string> faults)
    {
        errors.WriteLine("The gate does not open:");
        foreach (var fault in faults) errors.WriteLine($"  {fault}");
        return 1;
    }
}
