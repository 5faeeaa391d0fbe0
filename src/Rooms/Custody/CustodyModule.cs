using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Pages.Custody;
using Lifeguard.Custody.Pages.Custody.Confiscations;
using Lifeguard.Custody.Pages.Custody.Items;
using Lifeguard.Custody.Pages.Custody.Orders;
using Lifeguard.Custody.Pages.Custody.Register;
using Lifeguard.Custody.Pages.Custody.Searchers;
using Lifeguard.Custody.Pages.Custody.Searches;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Reactions;
using Lifeguard.Custody.Storage;
using Lifeguard.Custody.Storage.Keeping;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
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

    public IReadOnlyList<NavigationEntry> Navigation =>
    [
        new("Custody", Links.Custody, CustodyPermissions.Keep, 32),
        new("Confiscations", Links.Confiscations, CustodyPermissions.Confiscate, 34),
    ];

    public IReadOnlyList<HomeEntry> Home =>
    [
        new("Write down a confiscation", Links.NewConfiscation, CustodyPermissions.Confiscate, 32),
        new("Searches of devices", Links.Searches, CustodyPermissions.Confiscate, 34),
        new("Custody: devices and things that are kept", Links.Custody, CustodyPermissions.Keep, 50),
        new("Register of what is held, confiscated and searched", Links.Register, CustodyPermissions.Register, 52),
        new("Staff who may search", Links.Searchers, CustodyPermissions.Searchers, 72),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CustodyReach>();
        services.AddScoped<WhoItMayMean>();
        services.AddScoped<CustodyAudience>();
        services.AddScoped<IRecordAudience>(provider => provider.GetRequiredService<CustodyAudience>());
        services.AddScoped<CountOnce>();
        services.AddScoped<FindSchools>();
        services.AddScoped<FindHistory>();
        services.AddScoped<FindNotices>();
        services.AddScoped<ICustody, CustodyDoor>();
        services.AddScoped<IPersonalEntries, HeldAboutPerson>();
        services.AddScoped<IKeeper, KeepItems>();
        services.AddScoped<IKeeper, KeepOrders>();
        services.AddScoped<IKeeper, KeepConfiscations>();
        services.AddScoped<IKeeper, KeepSearches>();
        services.AddScoped<IHomePanel, CustodyPanel>();
        services.AddScoped<RefusedThings>();
        services.Configure<MvcOptions>(options => options.Filters.Add<NoteThingRefusals>());
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentitiesLinked>();
        services.AddScoped<IReaction<IdentitiesParted>, OnIdentitiesParted>();
        AddItems(services);
        AddConfiscation(services);
        services.AddScoped<FindRegister>();
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

    private static void AddConfiscation(IServiceCollection services)
    {
        services.AddScoped<ConfiscationPages>();
        services.AddScoped<TakeThing>();
        services.AddScoped<ReturnThing>();
        services.AddScoped<SearchPages>();
        services.AddScoped<WhoMaySearch>();
        services.AddScoped<RecordSearch>();
        services.AddScoped<DecideSearch>();
        services.AddScoped<NameSearcher>();
    }
}
