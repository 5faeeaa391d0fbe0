using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Upkeep.Contracts;
using Lifeguard.Upkeep.Pages.Upkeep;
using Lifeguard.Upkeep.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Upkeep;

/// <summary>Whether the house would be there again tomorrow: backups, and the proof that they can be restored.</summary>
public sealed class UpkeepModule : IModule
{
    public string Name => "Upkeep";

    public IReadOnlyList<Permission> Permissions => UpkeepPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => UpkeepKeeps.All;

    public IReadOnlyList<HomeEntry> Home => [new("Backups", BackupsModel.Address, UpkeepPermissions.Backups, 80)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IUpkeep, NoteUpkeep>();
        services.AddSingleton(new UpkeepSettings(configuration.GetValue("Lifeguard:Demonstration", false)));
        services.AddScoped<FindBackups>();
        services.AddScoped<HeldLetters>();
        services.AddScoped<IHeldLetters>(provider => provider.GetRequiredService<HeldLetters>());
        services.AddScoped<IHomePanel, BackupsPanel>();
    }
}
