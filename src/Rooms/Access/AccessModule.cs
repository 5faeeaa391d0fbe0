using Lifeguard.Access.Commands;
using Lifeguard.Access.Contracts;
using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Access.Pages.Access;
using Lifeguard.Access.Pages.Access.Accept;
using Lifeguard.Access.Pages.Access.Invite;
using Lifeguard.Access.Pages.Access.LostPhone;
using Lifeguard.Access.Pages.Access.Own;
using Lifeguard.Access.Pages.Access.Panels;
using Lifeguard.Access.Pages.Access.Rights;
using Lifeguard.Access.Reactions;
using Lifeguard.Access.Review;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access;

public sealed class AccessModule : IModule
{
    public string Name => "Access";

    public IReadOnlyList<ITables> Tables => [new AccessTables()];

    public IReadOnlyList<Permission> Permissions => AccessPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => AccessKeeps.All;

    public IReadOnlyList<HomeEntry> Home =>
    [
        new("Invite people", "/invitations", AccessPermissions.Invite, 60),
        new("Who holds which right", RightsModel.Address, AccessPermissions.Rights, 65),
        new("Lost phones", "/lost-phones", AccessPermissions.Recover, 70),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessSettings>().Bind(configuration.GetSection("Lifeguard:Access"));
        services.AddHttpContextAccessor();
        services.AddAuthentication(SessionStore.Scheme).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionStore.Scheme, null);
        AddIdentity(services, configuration);
        services.AddDataProtection().SetApplicationName("Lifeguard");
        AddKeys(services, configuration);
        services.AddSingleton<KeptForms>();
        services.AddSingleton<Seals>();
        AddSessions(services);
        AddWays(services);
        services.AddScoped<Accounts>();
        services.AddScoped<OpenAccount>();
        services.AddScoped<IAccounts>(provider => provider.GetRequiredService<Accounts>());
        services.AddScoped<IPeopleInForce, PeopleInForce>();
        services.AddScoped<IInvitations, Invitations>();
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentities>();
        services.AddScoped<IReaction<IdentitiesParted>, OnIdentities>();
        services.AddScoped<IReaction<PeopleLeft>, OnPeopleLeft>();
        services.AddScoped<IAddressBook>(provider => provider.GetRequiredService<Accounts>());
        AddReview(services);
    }

    private static void AddReview(IServiceCollection services)
    {
        services.AddScoped<ReviewOfRights>();
        services.AddScoped<IReviewOfRights>(provider => provider.GetRequiredService<ReviewOfRights>());
        services.AddScoped(provider => new ReviewRights(
            provider.GetRequiredService<Store>(), provider.GetRequiredService<ReviewOfRights>(), provider.GetRequiredService<IRoles>(),
            provider.GetRequiredService<IPeople>(), provider.GetRequiredService<IOrganisations>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddKeys(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new KeyFile(
            configuration["Lifeguard:KeyFile"] is { Length: > 0 } named ? Path.GetFullPath(named) : provider.GetRequiredService<DataFolder>().At("keys", "protection.key"),
            provider.GetRequiredService<ILogger<KeyFile>>()));
        services.AddSingleton<KeyEncryptor>();
        services.AddSingleton<KeysInDatabase>();
        services.AddOptions<KeyManagementOptions>().Configure<KeysInDatabase, KeyEncryptor>((options, keys, encryptor) =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = encryptor;
        });
        services.AddSingleton<Keyring>();
        services.AddSingleton<IKeyring>(provider => provider.GetRequiredService<Keyring>());
        services.AddScoped<IHomePanel, LostKeysPanel>();
    }

    private static void AddIdentity(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(options =>
        {
            // Length, not composition (ASVS 6.2; Cyber Essentials: twelve characters).
            options.Password.RequiredLength = PasswordRules.Shortest;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.User.RequireUniqueEmail = true;
        }).AddPasswordValidator<KnownPasswordValidator>();
        services.AddSingleton(provider => new KnownPasswords(provider.GetRequiredService<IOptions<AccessSettings>>().Value.BreachedPasswords));
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, Store, Guid>>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // The finger or the face, or the device's own code: so that a passkey is two factors in one.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            if (configuration["Lifeguard:Site"] is { Length: > 0 } site) options.ServerDomain = new Uri(site).Host;
        });
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddSingleton<SessionStore>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<Guesses>();
        services.AddScoped<BrowserSession>();
        services.AddScoped<FindViewer>();
        services.AddSingleton<IGatekeeper, Gatekeeper>();
    }

    private static void AddWays(IServiceCollection services)
    {
        services.AddScoped<Passkeys>();
        services.AddScoped<Authenticators>();
        services.AddScoped<PasswordRules>();
        services.AddScoped<Enrolment>();
        services.AddScoped<SignIn>();
        services.AddScoped<StepUp>();
        services.AddScoped<FindRights>();
        services.AddScoped<ReviewRoles>();
        services.AddScoped<IHomePanel, RightsPanel>();
        services.AddScoped<FindToInvite>();
        services.AddScoped<InvitePeople>();
        services.AddScoped<ChangeInvitation>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<OwnWays>();
        services.AddScoped<OwnSessions>();
        services.AddScoped<AskToRecover>();
        services.AddScoped<ConfirmRecovery>();
        services.AddScoped<RecoverAccount>();
        services.AddScoped<IHomePanel, AccessPanel>();
        services.AddScoped<IPersonPanel, AccountFacts>();
        services.AddScoped<IRecordAudience, AccountAudience>();
        services.AddScoped<IReaction<RoleEnded>, OnAccessEnds>();
        services.AddScoped<IReaction<RoleLapsed>, OnAccessEnds>();
    }

    /// <summary>The viewer of each request, and the keeping of forms whose session has ended. After authentication, before pages.</summary>
    public static void UseViewer(IApplicationBuilder app)
    {
        app.UseMiddleware<ViewerMiddleware>();
        app.UseMiddleware<KeepFormsMiddleware>();
    }
}
