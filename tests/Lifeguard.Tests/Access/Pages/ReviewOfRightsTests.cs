using System.Net;
using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.Cli;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Access.Pages;

/// <summary>After a restore a right withdrawn since is back, so nobody comes in before somebody has looked.</summary>
public sealed class ReviewOfRightsTests : IAsyncLifetime
{
    private readonly World _world = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Restored_NobodyIsInAndNobodyComesIn_UntilSomebodyHasLookedThroughTheRights()
    {
        var school = await _world.SchoolAsync();
        var teacher = await _world.PersonAsync(school, "Tamsin Earle", PersonKind.Staff, Role.Teacher);
        var inside = await _world.SignedInAsync(teacher);

        await CloseAsync();

        (await inside.GetAsync("/home")).Path.ShouldBe("/sign-in", "every sign-in has ended");
        var page = await _world.Stranger().GetAsync("/sign-in");
        page.Heading.ShouldBe("Nobody can sign in just now");
        page.Document.QuerySelectorAll(".lg-danger-box__number").ShouldNotBeEmpty();
        page.Document.QuerySelectorAll("input[type=password]").ShouldBeEmpty();
        (await _world.Stranger().GetAsync("/report")).Status.ShouldBe(HttpStatusCode.OK);

        var terminal = new Terminal(_world.Database);
        (await terminal.TypeAsync("rights", "show")).Said.ShouldContain("Tamsin Earle: Teacher at ");
        (await terminal.TypeAsync("rights", "confirm", "--by", "Adil Dmitriev")).Code.ShouldBe(0);
        (await terminal.TypeAsync("rights", "confirm", "--by", "Adil Dmitriev")).Code.ShouldBe(2);

        (await _world.Stranger().TypeAsync(teacher.Email)).Path.ShouldBe("/home");
    }

    [Fact]
    public async Task FormSentAnyway_OpensNothing()
    {
        var teacher = await _world.PersonAsync(await _world.SchoolAsync(), "Tamsin Earle", PersonKind.Staff, Role.Teacher);
        var browser = _world.Stranger();
        var before = await browser.GetAsync("/sign-in");

        await CloseAsync();
        await before.SubmitAsync(form => form.Set("Email", teacher.Email).Set("Password", Someone.Password), "Sign in");

        (await browser.GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task RoleEndedAtTheMachine_IsGoneWhenSignInOpens()
    {
        var school = await _world.SchoolAsync();
        await _world.PersonAsync(school, "Tamsin Earle", PersonKind.Staff, Role.Teacher);
        var terminal = new Terminal(_world.Database);
        await CloseAsync();

        var (code, said, complained) = await terminal.TypeAsync("role", "end", "Tamsin Earle", "Teacher");

        code.ShouldBe(0, said + complained);
        (await terminal.TypeAsync("rights", "show")).Said.ShouldContain("Tamsin Earle: no role");
    }

    private Task CloseAsync() => _world.DoAsync(async services =>
    {
        var now = _world.Clock.GetUtcNow();
        await services.GetRequiredService<IReviewOfRights>().CloseSignInAsync(now.AddDays(-3), Deed.OfSystem(Guid.Empty, "Restore", now), Stop);
    });
}
