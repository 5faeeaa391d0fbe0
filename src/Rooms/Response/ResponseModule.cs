using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Response.Commands;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Pages.Response;
using Lifeguard.Response.Pages.Response.Local;
using Lifeguard.Response.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Response;

/// <summary>What to do next: flows as data, answers, plans.</summary>
public sealed class ResponseModule : IModule
{
    public string Name => "Response";

    public IReadOnlyList<Permission> Permissions => ResponsePermissions.All;

    public IReadOnlyList<ITables> Tables => [new ResponseTables()];

    public IReadOnlyList<KeptClass> Keeps => ResponseKeeps.All;

    public IReadOnlyList<HomeEntry> Home => [new("What happens next, for each kind of concern", Links.Flows, ResponsePermissions.Read, 25), new("Local guidance: thresholds and wording", Links.LocalFlows, ResponsePermissions.Local, 26)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // Read before anything is served: with a faulty flow the site does not start, and says every fault.
        services.AddSingleton(FlowLibrary.BuiltIn());
        services.AddSingleton<KeptEditions>();
        services.AddSingleton<MadeEditions>();
        services.AddScoped<LocalEditions>();
        services.AddScoped<FindLocal>();
        services.AddScoped<ChangeDraft>();
        services.AddScoped<PublishDraft>();
        services.AddScoped<IHomePanel, LocalPanel>();
        services.AddScoped<IGuidedFlows, GuidedFlows>();
        services.AddScoped(provider => new AskFlows(provider.GetRequiredService<FlowLibrary>(), provider.GetRequiredService<ICalendars>()));
    }
}
