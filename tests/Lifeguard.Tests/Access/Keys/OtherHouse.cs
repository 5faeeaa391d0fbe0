using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Storage.Walls;
using Lifeguard.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Tests.Access.Keys;

/// <summary>A further copy of the site on a world's database, started as a site is: with a data folder of its own, or with another key file.</summary>
internal sealed class OtherHouse : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherHouse(WebApplication app) => _app = app;

    /// <summary>What was said to whoever started it.</summary>
    public List<string> Said { get; } = [];

    public IServiceProvider Services => _app.Services;

    public static async Task<OtherHouse> StartAsync(World world, string data, params string[] settings)
    {
        var house = new OtherHouse(Lifeguard.Web.Hosting.House.Build(
            ["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={world.Database.App}", $"--Lifeguard:Data={data}", .. settings],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(world.Clock));
                builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            }));
        await house.Services.GetRequiredService<IKeyring>().PrepareAsync(house.Said.Add, CancellationToken.None);
        await house._app.StartAsync();
        return house;
    }

    public Browser Stranger() => new(World.ClientWith(Cookies()));

    /// <summary>A browser in which somebody is signed in: sessions are rows of the database, and no key seals them.</summary>
    public async Task<Browser> SignedInAsync(Someone someone)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("test");
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(someone.Email);
        var token = await Services.GetRequiredService<SessionStore>()
            .BeginAsync(new SessionToBegin(account!.Id, SignInWay.PasswordAndCode, true, "Chrome on Linux", false, TimeSpan.FromMinutes(20)), CancellationToken.None);
        var cookies = Cookies();
        cookies.Give(World.Site, SessionCookie.Name, token);
        return new Browser(World.ClientWith(cookies));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private CookieKeeper Cookies() => new(_app.GetTestServer().CreateHandler());
}
