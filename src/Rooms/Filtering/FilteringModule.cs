using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.Storage;
using Lifeguard.Filtering.Storage.Log;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Filtering;

/// <summary>The school's side of the gate: its log, and the answer to "why did that not open?".</summary>
public sealed class FilteringModule : IModule
{
    public string Name => "Filtering";

    public IReadOnlyList<ITables> Tables { get; } = [new FilteringTables()];

    public IReadOnlyList<KeptClass> Keeps => FilteringKeeps.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(GateSettings.From(configuration));
        services.AddSingleton(KeptDays.Raw);
        services.AddSingleton(KeptDays.Figures);
        AddLog(services);
    }

    private static void AddLog(IServiceCollection services)
    {
        services.AddSingleton<GateKeys>();
        services.AddSingleton<LoadSegments>();
        services.AddScoped<GatePlaces>();
        services.AddScoped<IGateLog, GateLogDoor>();
        services.AddScoped<IGateFigures, GateFigures>();
    }
}
