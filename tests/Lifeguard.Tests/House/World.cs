using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Tests.House;

/// <summary>
/// The real house on a real database, with a clock that stands still and a post office that keeps what it is given.
/// One for each test class; people and schools are made for each test, so tests do not meet.
/// </summary>
public sealed class World : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private WebApplication _app = null!;
    private int _people;

    internal FakeClock Clock { get; } = FakeClock.At("2026-11-17T10:20+00:00"); // a Tuesday in term

    internal TestPost Post { get; } = new();

    internal TestDatabase Database => _database;

    public IServiceProvider Services => _app.Services;

    /// <summary>What the gate and the site share; empty until a test puts something there.</summary>
    internal string GateFolder => Path.Combine(_database.Data, "gate");

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _app = Lifeguard.Web.Hosting.House.Build(
            ["--Lifeguard:NoJobs=true", "--Lifeguard:SearchFunction=auto", $"--ConnectionStrings:App={_database.App}", $"--Lifeguard:Data={_database.Data}",
                $"--Lifeguard:Gate:Folder={GateFolder}", "--Lifeguard:Gate:School=Tarrowby High School", "--Lifeguard:Gate:SignIn=true"],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                builder.Services.Replace(ServiceDescriptor.Singleton<IPostOffice>(Post));
                builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            });
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Does something behind the wall, with every organisation open unless a viewer is given.</summary>
    internal async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work, Viewer? viewer = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var wall = scope.ServiceProvider.GetRequiredService<OrganisationScope>();
        if (viewer is null) wall.OpenTo("test");
        else wall.For(viewer);
        return await work(scope.ServiceProvider);
    }

    internal Task DoAsync(Func<IServiceProvider, Task> work, Viewer? viewer = null) =>
        DoAsync(async services =>
        {
            await work(services);
            return true;
        }, viewer);

    /// <summary>A partnership with nobody below it yet.</summary>
    internal Task<Guid> PartnershipAsync(string name = "Sallowfield Safeguarding Children Partnership") => PlantAsync(OrganisationKind.Partnership, name, null);

    /// <summary>A trust with no school yet.</summary>
    internal Task<Guid> TrustAsync(string name = "Sallowfield Learning Trust") => PlantAsync(OrganisationKind.Trust, name, null);

    /// <summary>A school with nobody in it yet.</summary>
    internal Task<Guid> SchoolAsync(Guid? trust = null, string name = "Tarrowby High School") => PlantAsync(OrganisationKind.School, name, trust);

    /// <summary>A person of an organisation, with an account when they hold a role.</summary>
    internal async Task<Someone> PersonAsync(Guid org, string name, PersonKind kind, params Role[] roles)
    {
        var words = name.Split(' ', 2);
        var email = $"{Folding.Fold(words[0])}{++_people}@school.example.org";
        return await DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            var now = Clock.GetUtcNow();
            var person = Person.New(Guid.CreateVersion7(now), org, null, new PersonDetails(kind, words[0], words.Length > 1 ? words[1] : "") { Email = email, YearGroup = kind == PersonKind.Pupil ? "8" : null });
            store.Add(person);
            await CommitAsync(services, org, new RosterLoaded(new RecordRef("organisation", org), 1, 0, 0, 0));
            var deed = Deed.OfSystem(org, "Test", now);
            foreach (var role in roles)
                (await services.GetRequiredService<AppointPerson>().RunAsync(person.Id, role, new DateOnly(2025, 9, 1), null, deed, CancellationToken.None)).IsDone.ShouldBeTrue();
            if (roles.Length > 0)
                (await services.GetRequiredService<IAccounts>().OpenAsync(person.IdentityId, org, email, Someone.Password, null, deed, CancellationToken.None)).IsDone.ShouldBeTrue();
            return new Someone(person.Id, person.IdentityId, org, name, email);
        });
    }

    internal Task RelateAsync(Someone one, Someone other, RelationKind kind) =>
        DoAsync(async services => (await services.GetRequiredService<RelatePeople>().RunAsync(one.PersonId, kind, other.PersonId, Deed.OfSystem(one.Org, "Test", Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

    internal Task AppointAsync(Someone one, Role role) =>
        DoAsync(async services => (await services.GetRequiredService<AppointPerson>().RunAsync(one.PersonId, role, DateOnly.FromDateTime(Clock.GetUtcNow().Date), null, Deed.OfSystem(one.Org, "Test", Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

    /// <summary>The viewer that a request of this person would have.</summary>
    internal Task<Viewer> ViewerAsync(Someone someone) => DoAsync(async services =>
    {
        var account = await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(someone.Email);
        return (await services.GetRequiredService<FindViewer>().RunAsync(account!.Id, CancellationToken.None))!;
    });

    internal static Uri Site { get; } = new("https://localhost");

    /// <summary>A browser that nobody has signed in with.</summary>
    internal Browser Stranger() => new(ClientWith(Cookies()));

    /// <summary>The cookies of a browser, for a test that looks at them or keeps them from one visit to the next.</summary>
    internal CookieKeeper Cookies() => new(_app.GetTestServer().CreateHandler());

    internal static HttpClient ClientWith(CookieKeeper cookies) => new(cookies) { BaseAddress = Site };

    /// <summary>A browser with this person signed in, their second factor given just now. How people sign in is tested with the Access room.</summary>
    internal async Task<Browser> SignedInAsync(Someone someone) => new(await SignedInClientAsync(someone));

    internal async Task<HttpClient> SignedInClientAsync(Someone someone, SignInWay way = SignInWay.PasswordAndCode)
    {
        var token = await DoAsync(async services =>
        {
            var account = await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(someone.Email);
            return await services.GetRequiredService<SessionStore>().BeginAsync(new SessionToBegin(account!.Id, way, way != SignInWay.Password, "Chrome on Linux", false, TimeSpan.FromMinutes(20)), CancellationToken.None);
        });
        var cookies = Cookies();
        cookies.Give(Site, SessionCookie.Name, token);
        return ClientWith(cookies);
    }

    /// <summary>Empties the outbox once, as the clock's job does.</summary>
    internal Task<int> SendLettersAsync() => DoAsync(services => services.GetRequiredService<LetterSender>().SendDueAsync(CancellationToken.None));

    internal async Task<int> SealAsync() => await Services.GetRequiredService<Sealer>().SealAsync(CancellationToken.None) ?? 0;

    private Task<Guid> PlantAsync(OrganisationKind kind, string name, Guid? parent) => DoAsync(async services =>
    {
        var organisation = new Lifeguard.Organisation.Model.Organisation { Id = Guid.CreateVersion7(Clock.GetUtcNow()), Kind = kind, Name = name, ReportCode = ReportCode.New() };
        organisation.PlaceUnder(parent);
        services.GetRequiredService<Store>().Add(organisation);
        await CommitAsync(services, Guid.Empty, new RosterLoaded(new RecordRef("organisation", organisation.Id), 1, 0, 0, 0));
        return organisation.Id;
    });

    private Task<Outcome> CommitAsync(IServiceProvider services, Guid org, IHappened news) =>
        services.GetRequiredService<Store>().CommitAsync(Deed.OfSystem(org, "Test", Clock.GetUtcNow()), news, CancellationToken.None);
}

/// <summary>An invented person of a test.</summary>
internal sealed record Someone(Guid PersonId, Guid IdentityId, Guid Org, string Name, string Email)
{
    public const string Password = "correct horse battery staple";
}
