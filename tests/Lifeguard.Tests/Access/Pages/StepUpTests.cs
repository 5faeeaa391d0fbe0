using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Access.Pages;

public sealed class StepUpTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task PageThatAsksAgain_AsksAfterTenMinutes_AndGoesOnToWhereOneWas()
    {
        var (browser, phone, cookies) = await AdministratorAsync();
        (await browser.GetAsync("/invitations?only=Teacher")).Path.ShouldBe("/invitations");
        world.Clock.PassMinutes(10);
        var before = cookies.Value(World.Site, SessionCookie.Name)!;

        var asked = await browser.GetAsync("/invitations?only=Teacher");
        asked.Path.ShouldBe("/step-up");
        (await browser.GetAsync("/home")).Path.ShouldBe("/home");
        var after = await asked.SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Go on");

        after.Path.ShouldBe("/invitations");
        cookies.Value(World.Site, SessionCookie.Name).ShouldNotBe(before);
        var old = world.Cookies();
        old.Give(World.Site, SessionCookie.Name, before);
        (await new Browser(World.ClientWith(old)).GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task FormSentTooLate_IsKept_AndSentAgainByThePerson()
    {
        var school = await world.SchoolAsync();
        var (browser, phone, _) = await AdministratorAsync(school);
        var someone = await world.PersonAsync(school, "Priya Nandakumar", PersonKind.Staff);
        var page = await browser.GetAsync("/invitations");
        world.Clock.PassMinutes(11);

        var asked = await page.SubmitAsync(form => form.Tick("People", someone.PersonId.ToString()), "Send invitations");
        asked.Path.ShouldBe("/step-up");
        asked.Text.ShouldContain("What you wrote is kept");
        var kept = await asked.SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Go on");
        kept.Path.ShouldBe("/kept");
        var sent = await kept.SubmitAsync(button: "Send what I wrote");

        sent.Text.ShouldContain("1 person was invited");
    }

    [Fact]
    public async Task WrongCodes_AreCounted_AndSayNothingMore()
    {
        var (browser, phone, _) = await AdministratorAsync();
        world.Clock.PassMinutes(11);
        var asked = await browser.GetAsync("/invitations");

        for (var guess = 0; guess < 10; guess++) asked = await asked.SubmitAsync(form => form.Set("Code", "000000"), "Go on");
        var right = await asked.SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Go on");

        right.Path.ShouldBe("/step-up");
        right.Errors.ShouldBe(asked.Errors);
    }

    [Fact]
    public async Task CodesADay_AreFewerThanAThousandthOfAPercentOfAllCodes()
    {
        var (browser, phone, _) = await AdministratorAsync();
        world.Clock.PassMinutes(11);
        var asked = await browser.GetAsync("/invitations");
        for (var guess = 0; guess < 15; guess++)
        {
            asked = await asked.SubmitAsync(form => form.Set("Code", "000000"), "Go on");
            world.Clock.PassMinutes(1);
        }

        world.Clock.PassMinutes(10);
        (await asked.SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Go on")).Errors.ShouldHaveSingleItem();
        var settings = new AccessSettings();
        (2 * settings.CodesADay * 3 / 1_000_000.0).ShouldBeLessThan(1 / 10_000.0);
    }

    [Fact]
    public async Task SomebodyWithoutThePermission_LearnsNothingFromBeingAsked()
    {
        var teacher = await world.PersonAsync(await world.SchoolAsync(), "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var browser = new Browser(await world.SignedInClientAsync(teacher, SignInWay.Password));

        (await browser.GetAsync("/invitations")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await browser.GetAsync("/incidents/00000000000000000000000000/readings")).Path.ShouldBe("/step-up");
    }

    private async Task<(Browser Browser, Phone Phone, CookieKeeper Cookies)> AdministratorAsync(Guid? school = null)
    {
        var administrator = await world.PersonAsync(school ?? await world.SchoolAsync(), "Ines Quarrie", PersonKind.Staff, Role.Administrator);
        var cookies = world.Cookies();
        var browser = new Browser(World.ClientWith(cookies));
        await browser.TypeAsync(administrator.Email);
        return (browser, await browser.SetUpAppAsync(world.Clock.GetUtcNow()), cookies);
    }
}
