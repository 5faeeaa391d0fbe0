using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
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

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DutiesFiles.BuiltIn());
        services.AddSingleton<NationCalendars>();
        services.AddScoped<WorkingTime>();
        services.AddScoped<IWorkingTime>(provider => provider.GetRequiredService<WorkingTime>());
        services.AddScoped<ITermDates, TermDates>();
        services.AddScoped<FindDuties>();
        services.AddScoped<PassOnDuties>();
        services.AddScoped<IDuties, Storage.Duties>();
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentitiesLinked>();
    }
}
