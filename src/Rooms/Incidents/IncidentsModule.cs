using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents;

public sealed class IncidentsModule : IModule
{
    public string Name => "Incidents";

    public IReadOnlyList<ITables> Tables => [new IncidentTables()];

    public IReadOnlyList<Permission> Permissions => IncidentPermissions.All;

    public IReadOnlyList<NavigationEntry> Navigation =>
    [
        new("Report a concern", "/report", IncidentPermissions.Raise, 10),
        new("Desk", "/desk", IncidentPermissions.Work, 20),
        new("Technical tasks", "/technical-tasks", IncidentPermissions.TechnicalTasks, 30),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<DeskHolders>();
        services.AddScoped<GatherFacts>();
        services.AddScoped<Placing>();
        services.AddScoped<Notices>();
        services.AddScoped<IncidentAudience>();
        services.AddScoped<IRecordAudience>(provider => provider.GetRequiredService<IncidentAudience>());
        services.AddScoped<IncidentPages>();
        services.AddScoped<RaiseConcern>();
        services.AddSingleton<Sentences>();
        services.AddScoped<FindChronology>();
        services.AddScoped<Meanwhile>();
        services.AddScoped<OpenRecord>();
        services.AddScoped<FindPeople>();
        services.AddScoped<FindRecord>();
        services.AddScoped<TakeOnConcern>();
    }
}
