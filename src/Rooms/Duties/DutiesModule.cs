using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Pages.Duties;
using Lifeguard.Duties.Pages.Duties.Rota;
using Lifeguard.Duties.Pages.Duties.Year;
using Lifeguard.Duties.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Duties;

public sealed class DutiesModule : IModule
{
    public string Name => "Duties";

    public IReadOnlyList<ITables> Tables => [new DutiesTables()];

    public IReadOnlyList<Permission> Permissions => DutyPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => DutyKeeps.All;

    public IReadOnlyList<NavigationEntry> Navigation => [new("On duty", "/rota", DutyPermissions.SetRota, 25)];

    public IReadOnlyList<HomeEntry> Home =>
    [
        new("The school year", Links.Year, DutyPermissions.SetUp, 70),
        new("Local numbers", Links.Numbers, DutyPermissions.Numbers, 71),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var files = DutiesFiles.BuiltIn();
        services.AddSingleton(files);
        foreach (var setting in files.Chains.Settings) services.AddSingleton(setting);
        services.AddSingleton<NationCalendars>();
        services.AddSingleton<ICalendars>(provider => provider.GetRequiredService<NationCalendars>());
        services.AddScoped<WorkingTime>();
        services.AddScoped<IWorkingTime>(provider => provider.GetRequiredService<WorkingTime>());
        services.AddScoped<ITermDates, TermDates>();
        services.AddScoped<INumbersNow, NumbersNow>();
        services.AddScoped<FindDuties>();
        services.AddScoped<PassOnDuties>();
        services.AddScoped<IDuties, Storage.Duties>();
        services.AddScoped<OnDuty>();
        services.AddScoped<IOnDuty>(provider => provider.GetRequiredService<OnDuty>());
        services.AddScoped<FindRota>();
        services.AddScoped<SetOnDuty>();
        services.AddScoped<TakeBackOnDuty>();
        services.AddScoped<IHomePanel, OnDutyPanel>();
        services.AddScoped<FindPlaces>();
        services.AddScoped<ChangeYear>();
        services.AddScoped<SetSchoolHours>();
        services.AddScoped<IHomePanel, SetUpPanel>();
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentitiesLinked>();
    }
}
