using Lifeguard.Access.Contracts;
using Lifeguard.Filtering.Alarms;
using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Gate;
using Lifeguard.Filtering.Leases;
using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.Pages.Filtering;
using Lifeguard.Filtering.Pages.Filtering.Alarms;
using Lifeguard.Filtering.Pages.Filtering.Why;
using Lifeguard.Filtering.Reactions;
using Lifeguard.Filtering.Storage;
using Lifeguard.Filtering.Storage.Log;
using Lifeguard.Filtering.WebPasswords;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Filtering;

/// <summary>The school's side of the gate: its log, and the answer to "why did that not open?".</summary>
public sealed class FilteringModule : IModule
{
    public string Name => "Filtering";

    public IReadOnlyList<ITables> Tables { get; } = [new FilteringTables()];

    public IReadOnlyList<Permission> Permissions => FilteringPermissions.All;

    public IReadOnlyList<NavigationEntry> Navigation => [new("Why blocked?", Links.Why, FilteringPermissions.Why, 90)];

    public IReadOnlyList<HomeEntry> Home => [new("The web filter", Links.Alarms, FilteringPermissions.Alarms, 75)];

    public IReadOnlyList<KeptClass> Keeps => FilteringKeeps.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var gate = GateSettings.From(configuration);
        services.AddSingleton(gate);
        services.AddSingleton(new GateKey(gate.Folder));
        services.AddSingleton(KeptDays.Raw);
        services.AddSingleton(KeptDays.Figures);
        AddLog(services);
        AddLeases(services);
        AddAlarms(services);
        AddWebPasswords(services, gate);
        services.AddSingleton<GateFilter>();
        services.AddSingleton<AskGate>();
        services.AddScoped<FindOwnRefused>();
        services.AddSingleton(new OpenWay(Links.Why, gate.Folder is null ? null : "see why a page did not open"));
        services.AddSingleton(new OpenWay(Links.Ask));

        // Said by the script that started the filter: it alone knows on which port it listens.
        if (gate.IsDemonstration && configuration["Lifeguard:Gate:Browser"] is { Length: > 0 } command)
            services.AddSingleton(new DemonstrationNote("The school's filter runs too. This command opens a browser that goes through it, as a pupil's would:", command));
    }

    private static void AddLeases(IServiceCollection services)
    {
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<SayWhoSitsWhere>();
        services.AddSingleton<ILeases>(provider => provider.GetRequiredService<SayWhoSitsWhere>());
        services.AddSingleton<NoticeWhoSitsWhere>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<NoticeWhoSitsWhere>());
        services.AddScoped<IReaction<SignedOut>, OnSignedOut>();
        services.AddScoped<IReaction<SessionsEnded>, OnSignedOut>();
    }

    /// <summary>Where gateways ask whether a password for the web is right.</summary>
    public static void MapDoors(IEndpointRouteBuilder routes) => SignInDoor.Map(routes);

    private static void AddWebPasswords(IServiceCollection services, GateSettings gate)
    {
        services.AddSingleton<WebGuesses>();
        services.AddScoped<CheckWebPassword>();
        services.AddScoped<OwnWebPassword>();
        services.AddScoped<OnWebPasswordEnds>();
        services.AddScoped<IReaction<PeopleLeft>>(provider => provider.GetRequiredService<OnWebPasswordEnds>());
        services.AddScoped<IReaction<IdentitiesLinked>>(provider => provider.GetRequiredService<OnWebPasswordEnds>());
        services.AddScoped<IReaction<PasswordClosed>>(provider => provider.GetRequiredService<OnWebPasswordEnds>());
        services.AddScoped<IReaction<AccountRecovered>>(provider => provider.GetRequiredService<OnWebPasswordEnds>());
        if (gate.SignsIn) services.AddSingleton(new OwnLink("Password for the web", "For browsers at school that ask who you are", Links.WebPassword));
    }

    private static void AddAlarms(IServiceCollection services)
    {
        services.AddSingleton<AskHowItStands>();
        services.AddSingleton<GatewaysSeen>();
        services.AddScoped<AlarmReaders>();
        services.AddScoped<AlarmReach>();
        services.AddScoped<IRecordAudience, AlarmAudience>();
        services.AddScoped<IGateAlarms, LookAtGateways>();
        services.AddScoped<FindAlarms>();
        services.AddScoped<IHomePanel, AlarmsPanel>();
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
