using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Actions;
using Lifeguard.Incidents.Pages.Incidents.AskTechnician;
using Lifeguard.Incidents.Pages.Incidents.Classify;
using Lifeguard.Incidents.Pages.Incidents.Close;
using Lifeguard.Incidents.Pages.Incidents.Copied;
using Lifeguard.Incidents.Pages.Incidents.Form;
using Lifeguard.Incidents.Pages.Incidents.LinkRecords;
using Lifeguard.Incidents.Pages.Incidents.Parents;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Pages.Incidents.Referrals;
using Lifeguard.Incidents.Pages.Incidents.Reopen;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Supporting;
using Lifeguard.Incidents.Pages.Incidents.TakeOn;
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
        services.AddScoped<TakeOnConcern>();
        services.AddScoped<CompleteForm>();
        services.AddScoped<ClassifyIncident>();
        services.AddScoped<FindReaders>();
        services.AddScoped<SetAction>();
        services.AddScoped<FinishAction>();
        services.AddScoped<FindChildren>();
        services.AddScoped<RecordParents>();
        services.AddScoped<FindAgencies>();
        services.AddScoped<RecordReferral>();
        services.AddScoped<AnswerReferral>();
        services.AddScoped<RecordSupport>();
        services.AddScoped<FindTechnicians>();
        services.AddScoped<Pages.Incidents.AskTechnician.AskTechnician>();
        services.AddScoped<FindRelated>();
        services.AddScoped<LinkIncidents>();
        services.AddScoped<RecordCopy>();
        services.AddScoped<FindOpenMatters>();
        services.AddScoped<CloseIncident>();
        services.AddScoped<ReopenIncident>();
    }
}
