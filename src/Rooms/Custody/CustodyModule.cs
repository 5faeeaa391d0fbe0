using Lifeguard.Custody.Pages.Custody;
using Lifeguard.Custody.Pages.Custody.Items;
using Lifeguard.Custody.Pages.Custody.Orders;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Reactions;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Custody;

/// <summary>Devices and things that are held: custody, confiscation, and the searches of pupils' devices.</summary>
public sealed class CustodyModule : IModule
{
    public string Name => "Custody";

    public IReadOnlyList<ITables> Tables { get; } = [new CustodyTables()];

    public IReadOnlyList<Permission> Permissions => CustodyPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => CustodyKeeps.All;

    public IReadOnlyList<NavigationEntry> Navigation => [new("Custody", Links.Custody, CustodyPermissions.Keep, 32)];

    public IReadOnlyList<HomeEntry> Home =>
    [
        new("Custody: devices and things that are kept", Links.Custody, CustodyPermissions.Keep, 50),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CustodyReach>();
        services.AddScoped<WhoItMayMean>();
        services.AddScoped<IRecordAudience, CustodyAudience>();
        services.AddScoped<CountOnce>();
        services.AddScoped<FindSchools>();
        services.AddScoped<FindHistory>();
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentitiesLinked>();
        AddItems(services);
    }

    private static void AddItems(IServiceCollection services)
    {
        services.AddScoped<ItemPages>();
        services.AddScoped<FindCustody>();
        services.AddScoped<FindChain>();
        services.AddScoped<TakeIn>();
        services.AddScoped<IsolateDevice>();
        services.AddScoped<HandOver>();
        services.AddScoped<NoteAccess>();
        services.AddScoped<AnswerForItem>();
        services.AddScoped<EndItem>();
        services.AddScoped<PlaceOrder>();
        services.AddScoped<FinishOrder>();
    }
}
