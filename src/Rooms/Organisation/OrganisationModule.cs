using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Commands;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Imports;
using Lifeguard.Organisation.Pages.Organisation;
using Lifeguard.Organisation.Pages.Organisation.Imports;
using Lifeguard.Organisation.Pages.Organisation.People;
using Lifeguard.Organisation.Pages.Organisation.Settings;
using Lifeguard.Organisation.Pages.Organisation.Twins;
using Lifeguard.Organisation.Pages.Organisation.Vacancies;
using Lifeguard.Organisation.Roster;
using Lifeguard.Organisation.Roster.Establishments;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lifeguard.Organisation;

/// <summary>Organisations, people, roles and the agencies around them.</summary>
public sealed class OrganisationModule : IModule
{
    private const long LargestFile = 50L * 1024 * 1024;

    public string Name => "Organisation";

    public IReadOnlyList<ITables> Tables { get; } = [new OrganisationTables()];

    public IReadOnlyList<Permission> Permissions => OrganisationPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => OrganisationKeeps.All;

    public IReadOnlyList<NavigationEntry> Navigation => [new("People", Links.People, OrganisationPermissions.People, 60)];

    public IReadOnlyList<HomeEntry> Home =>
    [
        new("People and roles", Links.People, OrganisationPermissions.People, 50),
        new("Import people", Links.Imports, OrganisationPermissions.People, 55),
        new("Settings", Links.Settings, OrganisationPermissions.Settings, 75),
    ];

    public IReadOnlyList<FileEntrance> FileEntrances => [new(Links.Choose, LargestFile)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<IOrganisations, OrganisationTree>();
        services.AddScoped<IPeople, People>();
        services.AddScoped<IPlaces, Places>();
        services.AddScoped<Roles>();
        services.AddScoped<IRoles>(provider => provider.GetRequiredService<Roles>());
        services.AddScoped<IVacancies>(provider => provider.GetRequiredService<Roles>());
        services.AddScoped<IStaffList, StaffList>();
        services.AddScoped<IPupilList, PupilList>();
        services.AddScoped<IAgencies, Agencies>();
        services.AddScoped<IAgencyBook, AgencyBook>();
        services.AddScoped<IOrganisationSettings, OrganisationSettings>();

        services.AddScoped<AppointPerson>();
        services.AddScoped<ITurnOfTheDay, TurnOfTheDay>();
        services.AddScoped<EndAppointment>();
        services.AddScoped<RelatePeople>();
        services.AddScoped<LinkIdentities>();
        services.AddScoped<PartIdentities>();
        AddPeople(services);

        services.AddScoped<FindSettings>();
        services.AddScoped<ChangeSetting>();

        services.AddSingleton(RosterLimits.Usual);
        services.AddSingleton(RosterLoader.LeaversAsked);
        services.AddScoped<RosterLoader>();
        services.AddScoped<IRoster>(provider => provider.GetRequiredService<RosterLoader>());
        services.AddScoped(provider => new ImportRoster(provider.GetRequiredService<RosterLoader>(), provider.GetRequiredService<FindByName>()));
        services.AddScoped<TakeEstablishment>();
        services.AddScoped(provider => new ImportSchool(provider.GetRequiredService<TakeEstablishment>(), provider.GetRequiredService<FindByName>()));
        services.AddScoped<ImportFiles>();
        services.AddScoped<RunImports>();
        services.AddScoped<IPeopleImports>(provider => provider.GetRequiredService<RunImports>());
        services.AddScoped<FindImports>();
        services.AddScoped<ChooseFile>();
        services.AddScoped<ConfirmImport>();
        services.AddScoped<LoadDemonstration>();
        services.AddScoped<FindByName>();
        services.AddScoped<AddOrganisation>();
        services.AddScoped(provider => new GiveRole(
            provider.GetRequiredService<FindByName>(), provider.GetRequiredService<AppointPerson>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new EndRole(
            provider.GetRequiredService<FindByName>(), provider.GetRequiredService<EndAppointment>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<FindPeople>();
        services.AddScoped<FindPerson>();
        services.AddScoped<FindConfirmers>();
        services.AddScoped<GiveRoleByHand>();
        services.AddScoped<EndRoleByHand>();
        services.AddScoped<ConfirmRole>();
        services.AddScoped<SetSupervisor>();
        services.AddScoped<FindVacancies>();
        services.AddScoped<FindTwins>();
        services.AddScoped<JoinRecords>();
        services.AddScoped<IHomePanel, VacancyPanel>();
        services.AddScoped<IHomePanel, ImportPanel>();
    }
}
