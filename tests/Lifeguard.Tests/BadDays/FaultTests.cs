using System.Net;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lifeguard.Tests.BadDays;

/// <summary>A mistake of ours in the middle of a page.</summary>
public sealed class FaultTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Fault_InAPage_ShowsOurPageAndNothingOfTheFault()
    {
        var page = await HomeAsync(new InvalidOperationException("canary: Maya wrote it"));

        page.ShouldBeOurs(HttpStatusCode.InternalServerError);
        page.Html.ShouldNotContain("canary");
        page.Heading.ShouldBe("Something went wrong here");
    }

    [Fact]
    public async Task LostConnection_InAPage_SaysThatTheRecordsCannotBeReached()
    {
        var page = await HomeAsync(new InvalidOperationException("canary", new NpgsqlException("canary", new IOException())));

        page.ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        page.Html.ShouldNotContain("canary");
        page.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Ready_WhenSealingLags_SaysSo()
    {
        await world.SchoolAsync();
        world.Clock.PassMinutes(2);

        var lagging = await world.Stranger().GetAsync("/ready");
        await world.SealAsync();
        var caughtUp = await world.Stranger().GetAsync("/ready");

        lagging.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        lagging.Html.ShouldContain("not being sealed");
        caughtUp.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Host=/run/somewhere;Username=lg_app", 5, 30)]
    [InlineData("Host=/run/somewhere;Timeout=2;Command Timeout=7", 2, 7)]
    public void Connection_WithoutLimits_IsGivenSome(string connection, int toConnect, int toAnswer)
    {
        var limited = new NpgsqlConnectionStringBuilder(Lifeguard.Web.Hosting.Connections.WithLimits(connection));

        limited.Timeout.ShouldBe(toConnect);
        limited.CommandTimeout.ShouldBe(toAnswer);
    }

    private async Task<PageSeen> HomeAsync(Exception fault)
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        await using var app = Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={world.Database.App}", $"--Lifeguard:Data={world.Database.Data}"], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(world.Clock));
            builder.Services.AddScoped<IHomePanel>(_ => new BrokenPanel(fault));
        });
        await app.StartAsync();
        var browser = new Browser(new HttpClient(new CookieKeeper(app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("https://localhost") });
        return await (await browser.GetAsync("/sign-in")).SubmitAsync(form => form.Set("Email", teacher.Email).Set("Password", Someone.Password));
    }

    private sealed class BrokenPanel(Exception fault) : IHomePanel
    {
        public Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop) => Task.FromException<IReadOnlyList<Waiting>>(fault);
    }
}
