using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Pages.DataProtection;
using Lifeguard.DataProtection.Pages.DataProtection.Requests;
using Lifeguard.DataProtection.Pages.DataProtection.Review;
using Lifeguard.DataProtection.Pages.DataProtection.Rules;
using Lifeguard.DataProtection.Reactions;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.DataProtection;

/// <summary>What is kept about whom, for how long, how it ends, and what somebody is given about themselves.</summary>
public sealed class DataProtectionModule : IModule
{
    public string Name => "DataProtection";

    public IReadOnlyList<ITables> Tables => [new DataProtectionTables()];

    public IReadOnlyList<Permission> Permissions => DataProtectionPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => DataProtectionKeeps.All;

    public IReadOnlyList<NavigationEntry> Navigation => [new("Data requests", Links.Requests, DataProtectionPermissions.Watch, 40)];

    public IReadOnlyList<HomeEntry> Home =>
    [
        new("What is kept, about whom, and where", Links.Kept, DataProtectionPermissions.Kept, 75),
        new("For how long records are kept", Links.Rules, DataProtectionPermissions.Rules, 76),
        new("Requests about data", Links.Requests, DataProtectionPermissions.Requests, 78),
        new("What your desk is asked to look through", Links.LookThrough, DataProtectionPermissions.LookThrough, 79),
        new("Records due for review", Links.Review, DataProtectionPermissions.Review, 77),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(RetentionFile.BuiltIn());
        services.AddSingleton(provider => new KeptCatalogue(provider.GetServices<IReadOnlyList<KeptClass>>().SelectMany(one => one)));
        services.AddScoped<FindRules>();
        services.AddScoped<FindReview>();
        services.AddSingleton<RunPurges>();
        services.AddScoped<IRetention, Retention>();
        services.AddScoped<ChooseRule>();
        services.AddScoped<IHomePanel, ReviewPanel>();
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentitiesLinked>();
        AddRequests(services);
    }

    private static void AddRequests(IServiceCollection services)
    {
        services.AddScoped<IRecordAudience, RequestAudience>();
        services.AddScoped<TakeInRequest>();
        services.AddScoped<WorkOnRequest>();
        services.AddScoped<FindLookThrough>();
        services.AddScoped<FinishLooking>();
        services.AddScoped<DecideEntry>();
        services.AddScoped<FindPackage>();
        services.AddScoped<IHomePanel, RequestsPanel>();
    }
}
