using Lifeguard.Access.Sessions;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Access.Pages;

public sealed class SignInTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Lead_WithoutASecondFactor_SetsOneUpBeforeAnythingElse_AndIsAskedForItFromThenOn()
    {
        var lead = await LeadAsync();
        var browser = world.Stranger();

        var first = await browser.TypeAsync(lead.Email);
        first.Path.ShouldBe("/account/second-factor");
        (await browser.GetAsync("/desk")).Path.ShouldBe("/account/second-factor");
        var phone = await browser.SetUpAppAsync(world.Clock.GetUtcNow());
        (await browser.GetAsync("/desk")).Path.ShouldBe("/desk");

        world.Clock.PassMinutes(1);
        var asked = await world.Stranger().TypeAsync(lead.Email);
        asked.Heading.ShouldContain("code from your authenticator app");
        (await asked.SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Sign in")).Path.ShouldBe("/home");
    }

    [Fact]
    public async Task Code_IsGoodOnce_AlsoForTwoAtTheSameMoment()
    {
        var (lead, phone, _) = await EquippedAsync();
        world.Clock.PassMinutes(1);
        var code = phone.Code(world.Clock.GetUtcNow());
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Stranger().TypeAsync(lead.Email)));

        var after = await Task.WhenAll(pages.Select(page => page.SubmitAsync(form => form.Set("Code", code), "Sign in")));

        after.Count(page => page.Path == "/home").ShouldBe(1);
    }

    [Fact]
    public async Task RecoveryCode_TakesThePlaceOfThePhone_Once()
    {
        var (lead, _, codes) = await EquippedAsync();

        var first = await (await world.Stranger().TypeAsync(lead.Email)).SubmitAsync(form => form.Set("Code", codes[3].ToLowerInvariant()), "Sign in");
        var again = await (await world.Stranger().TypeAsync(lead.Email)).SubmitAsync(form => form.Set("Code", codes[3]), "Sign in");

        first.Path.ShouldBe("/home");
        again.Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Guessing_EndsAtTenInFiveMinutes_AndKeepsTheLeadsOwnComputerIn()
    {
        var (lead, phone, _, own) = await EquippedOnOwnComputerAsync();
        world.Clock.PassMinutes(1);

        var tries = new List<PageSeen>();
        for (var guess = 0; guess < 12; guess++) tries.Add(await world.Stranger().TypeAsync(lead.Email, $"guess number {guess}"));
        var locked = await world.Stranger().TypeAsync(lead.Email);
        var known = await (await own.TypeAsync(lead.Email)).SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Sign in");

        tries.SelectMany(page => page.Errors).Distinct().ShouldHaveSingleItem();
        locked.Errors.ShouldBe(tries[0].Errors);
        known.Path.ShouldBe("/home");
        (await BecauseAsync(lead)).Count(because => because.Contains("\"Because\":\"password\"", StringComparison.Ordinal)).ShouldBe(10);

        world.Clock.PassMinutes(5);
        (await world.Stranger().TypeAsync(lead.Email)).Heading.ShouldContain("code from your authenticator app");
    }

    [Fact]
    public async Task Guessing_AHundredAtOnce_IsTenGuesses()
    {
        var (lead, _, _) = await EquippedAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(guess => world.Stranger().TypeAsync(lead.Email, $"guess number {guess}")));

        (await BecauseAsync(lead)).Count(because => because.Contains("\"Because\":\"password\"", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task SharedComputer_IsNotRemembered_AndRestsForFiveMinutesOnly()
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var (shared, own) = (world.Cookies(), world.Cookies());

        var onShared = new Browser(World.ClientWith(shared));
        await onShared.TypeAsync(teacher.Email, shared: true);
        await new Browser(World.ClientWith(own)).TypeAsync(teacher.Email);

        shared.Value(World.Site, KnownDevices.Cookie).ShouldBeNull();
        own.Value(World.Site, KnownDevices.Cookie).ShouldNotBeNull();
        world.Clock.PassMinutes(5);
        (await onShared.GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task ComputerOfSomebodyElse_IsNoHelp()
    {
        var (lead, _, _) = await EquippedAsync();
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var theirs = world.Stranger();
        await theirs.TypeAsync(teacher.Email);
        await (await theirs.GetAsync("/sign-out")).SubmitAsync(button: "Sign out");

        for (var guess = 0; guess < 11; guess++) await theirs.TypeAsync(lead.Email, $"guess number {guess}");

        (await theirs.TypeAsync(lead.Email)).Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task SignOut_LeavesNothingButTheComputersName()
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var cookies = world.Cookies();
        var browser = new Browser(World.ClientWith(cookies));
        await browser.TypeAsync(teacher.Email);
        var before = cookies.Value(World.Site, SessionCookie.Name);

        var token = (await browser.GetAsync("/sign-out")).Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await World.ClientWith(cookies).PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);

        answer.Headers.GetValues("Clear-Site-Data").ShouldHaveSingleItem().ShouldContain("cache");
        cookies.Value(World.Site, SessionCookie.Name).ShouldBeNullOrEmpty();
        cookies.Value(World.Site, KnownDevices.Cookie).ShouldNotBeNullOrEmpty();
        var again = world.Cookies();
        again.Give(World.Site, SessionCookie.Name, before!);
        (await new Browser(World.ClientWith(again)).GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task SigningInAnew_EndsTheSessionThatTheBrowserHad()
    {
        var school = await world.SchoolAsync();
        var (one, other) = (await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher), await world.PersonAsync(school, "Priya Nandakumar", PersonKind.Staff, Role.Teacher));
        var cookies = world.Cookies();
        var browser = new Browser(World.ClientWith(cookies));
        await browser.TypeAsync(one.Email);
        var token = (await browser.GetAsync("/sign-out")).Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = cookies.Value(World.Site, SessionCookie.Name)!;

        await browser.PostAsync("/sign-in", [new("Email", other.Email), new("Password", Someone.Password), new("__RequestVerificationToken", token)]);

        (await browser.GetAsync("/account")).Html.ShouldContain(other.Email);
        var old = world.Cookies();
        old.Give(World.Site, SessionCookie.Name, before);
        (await new Browser(World.ClientWith(old)).GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    private async Task<Someone> LeadAsync() => await world.PersonAsync(await world.SchoolAsync(), "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);

    private async Task<(Someone Lead, Phone Phone, IReadOnlyList<string> Codes)> EquippedAsync()
    {
        var (lead, phone, codes, _) = await EquippedOnOwnComputerAsync();
        return (lead, phone, codes);
    }

    // Has an app and printed codes, set up on a computer that the account knows since; signed out there.
    private async Task<(Someone Lead, Phone Phone, IReadOnlyList<string> Codes, Browser Own)> EquippedOnOwnComputerAsync()
    {
        var lead = await LeadAsync();
        var own = world.Stranger();
        await own.TypeAsync(lead.Email);
        var connect = await (await own.GetAsync("/account/second-factor")).SubmitAsync(button: "Connect an app");
        var phone = Phone.Reading(connect);
        var codes = WaySteps.CodesOn(await connect.SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Finish"));
        await (await own.GetAsync("/sign-out")).SubmitAsync(button: "Sign out");
        return (lead, phone, codes, own);
    }

    private Task<List<string>> BecauseAsync(Someone lead) => world.DoAsync(services =>
        services.GetRequiredService<Store>().Set<JournalRow>().Where(row => row.ByIdentity == lead.IdentityId && row.Act == "SignInRefused").Select(row => row.Payload!).ToListAsync());
}
