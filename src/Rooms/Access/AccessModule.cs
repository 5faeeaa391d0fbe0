using Lifeguard.Access.Commands;
using Lifeguard.Access.Contracts;
using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Access.Pages.Access;
using Lifeguard.Access.Reactions;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access;

public sealed class AccessModule : IModule
{
    public string Name => "Access";

    public IReadOnlyList<ITables> Tables => [new AccessTables()];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessSettings>().Bind(configuration.GetSection("Lifeguard:Access"));
        services.AddHttpContextAccessor();
        services.AddSingleton<SessionStore>();
        services.AddAuthentication(SessionStore.Scheme).AddCookie(SessionStore.Scheme, options =>
        {
            options.Cookie.Name = "__Host-lifeguard";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.HttpOnly = true;
            // Lax, not strict: the link in a letter must arrive signed in.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            options.SlidingExpiration = false;
        });
        services.AddOptions<CookieAuthenticationOptions>(SessionStore.Scheme)
            .Configure<SessionStore, IOptions<AccessSettings>, TimeProvider>((options, sessions, settings, clock) =>
            {
                options.SessionStore = sessions;
                options.ExpireTimeSpan = settings.Value.Longest;
                options.TimeProvider = clock;
            });
        services.AddIdentityCore<Account>(options =>
        {
            // Length, not composition (ASVS 6.2; Cyber Essentials: twelve characters).
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.User.RequireUniqueEmail = true;
        });
        services.AddOptions<IdentityOptions>().Configure<IOptions<AccessSettings>>((options, settings) =>
        {
            options.Lockout.MaxFailedAccessAttempts = settings.Value.TriesBeforeLock;
            options.Lockout.DefaultLockoutTimeSpan = settings.Value.LockedFor;
        });
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, Store, Guid>>();
        services.AddDataProtection().SetApplicationName("Lifeguard");
        services.AddSingleton<KeysInDatabase>();
        services.AddOptions<KeyManagementOptions>().Configure<KeysInDatabase>((options, keys) => options.XmlRepository = keys);
        services.AddScoped<FindViewer>();
        services.AddScoped<SignIn>();
        services.AddSingleton<KeptForms>();
        services.AddScoped<Accounts>();
        services.AddScoped<OpenAccount>();
        services.AddScoped<IAccounts>(provider => provider.GetRequiredService<Accounts>());
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentities>();
        services.AddScoped<IReaction<IdentitiesParted>, OnIdentities>();
        services.AddScoped<IReaction<PeopleLeft>, OnPeopleLeft>();
        services.AddScoped<IAddressBook>(provider => provider.GetRequiredService<Accounts>());
    }

    /// <summary>The viewer of each request, and the keeping of forms whose session has ended. After authentication, before pages.</summary>
    public static void UseViewer(IApplicationBuilder app)
    {
        app.UseMiddleware<ViewerMiddleware>();
        app.UseMiddleware<KeepFormsMiddleware>();
    }
}
