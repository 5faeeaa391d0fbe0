using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Access.Pages;

public sealed class InvitationTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Lead_Invited_AcceptsWithAnApp_IsIn_AndTheLinkIsOver()
    {
        var school = await world.SchoolAsync();
        var lead = await InvitedAsync(school, "Rosalind Achterberg", Role.DesignatedSafeguardingLead);
        var browser = world.Stranger();

        var link = await browser.GetAsync(await LinkAsync(lead));
        var (_, codes) = await link.WithAppAsync(world.Clock.GetUtcNow());

        link.Text.ShouldContain("Rosalind Achterberg");
        link.Document.QuerySelectorAll("button").Select(one => one.TextContent.Trim()).ShouldNotContain("Go on without an app");
        codes.Heading.ShouldBe("Print these codes");
        WaySteps.CodesOn(codes).Distinct().Count().ShouldBe(10);
        (await browser.GetAsync("/desk")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await world.Stranger().GetAsync(link.Path)).Heading.ShouldBe("This link no longer opens anything");
    }

    [Fact]
    public async Task Link_OfALead_NeedsTheSecondFactor_WhateverIsSent()
    {
        var school = await world.SchoolAsync();
        var lead = await InvitedAsync(school, "Rosalind Achterberg", Role.DesignatedSafeguardingLead);
        var browser = world.Stranger();

        var connect = await (await browser.GetAsync(await LinkAsync(lead))).SubmitAsync(form => form.Set("Password", WaySteps.Good), "Continue");
        var token = connect.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var state = connect.Document.QuerySelector("main form input[name=State]")!.GetAttribute("value")!;
        await browser.PostAsync(connect.Path + "?handler=Alone", [new("State", state), new("__RequestVerificationToken", token)]);

        (await AccountsAsync(lead)).ShouldBe(0);
        (await browser.GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Theory]
    [InlineData("short words", "12 characters or more")]
    [InlineData("Football2026!!", "stolen")]
    public async Task Password_ThatEverybodyTries_IsRefused(string password, string says)
    {
        var school = await world.SchoolAsync();
        var teacher = await InvitedAsync(school, "Priya Nandakumar", Role.Teacher);

        var page = await (await world.Stranger().GetAsync(await LinkAsync(teacher))).SubmitAsync(form => form.Set("Password", password), "Continue");

        page.Errors.ShouldHaveSingleItem().ShouldContain(says);
        page.Html.ShouldNotContain(password);
    }

    [Fact]
    public async Task Teacher_MayGoOnWithoutAnApp()
    {
        var school = await world.SchoolAsync();
        var teacher = await InvitedAsync(school, "Priya Nandakumar", Role.Teacher);
        var browser = world.Stranger();

        var connect = await (await browser.GetAsync(await LinkAsync(teacher))).SubmitAsync(form => form.Set("Password", WaySteps.Good), "Continue");
        var home = await connect.SubmitAsync(button: "Go on without an app");

        home.Path.ShouldBe("/home");
        (await world.Stranger().TypeAsync(teacher.Email, WaySteps.Good)).Path.ShouldBe("/home");
    }

    [Fact]
    public async Task Link_SentAgain_Withdrawn_OrAWeekOld_OpensNothing()
    {
        var school = await world.SchoolAsync();
        var administrator = await world.PersonAsync(school, "Ines Quarrie", PersonKind.Staff, Role.Administrator);
        var teacher = await InvitedAsync(school, "Priya Nandakumar", Role.Teacher, administrator);
        var first = await LinkAsync(teacher);
        var browser = await world.SignedInAsync(administrator);

        await (await browser.GetAsync("/invitations")).SubmitAsync(button: "Send again to Priya Nandakumar");
        await world.SendLettersAsync();
        var second = await LinkAsync(teacher);
        (await world.Stranger().GetAsync(first)).Heading.ShouldBe("This link no longer opens anything");
        (await world.Stranger().GetAsync(second)).Heading.ShouldBe("Make your account");

        var withdrawn = await (await browser.GetAsync("/invitations")).SubmitAsync(button: "Withdraw the invitation of Priya Nandakumar");
        withdrawn.Text.ShouldContain("Withdrawn");
        (await world.Stranger().GetAsync(second)).Heading.ShouldBe("This link no longer opens anything");

        var other = await InvitedAsync(school, "Owen Tresize", Role.Teacher, administrator);
        var third = await LinkAsync(other);
        world.Clock.Pass(TimeSpan.FromDays(7));
        (await world.Stranger().GetAsync(third)).Heading.ShouldBe("This link no longer opens anything");
    }

    [Fact]
    public async Task Everybody_InTheList_IsInvitedAtOnce_AndNobodyElse()
    {
        var school = await world.SchoolAsync();
        var administrator = await world.PersonAsync(school, "Ines Quarrie", PersonKind.Staff, Role.Administrator);
        List<Someone> teachers = [];
        foreach (var name in (string[])["Priya Nandakumar", "Owen Tresize", "Hope Sandiford"])
        {
            teachers.Add(await RosterAsync(school, name, PersonKind.Staff));
            await world.AppointAsync(teachers[^1], Role.Teacher);
        }

        var other = await RosterAsync(school, "Idris Pennyfather", PersonKind.Staff);
        await world.AppointAsync(other, Role.Technician);
        var page = await (await world.SignedInAsync(administrator)).GetAsync("/invitations?only=Teacher");
        var after = await page.SubmitAsync(button: "Invite all 3 in this list");
        await world.SendLettersAsync();

        after.Text.ShouldContain("3 people were invited");
        teachers.ShouldAllBe(one => world.Post.Invitations.Any(sent => sent.To == one.Email));
        world.Post.Invitations.ShouldNotContain(sent => sent.To == other.Email);
    }

    [Fact]
    public async Task Administrator_InvitesPeopleOfTheirOwnSchoolAlone_AndReadsNoCase()
    {
        var (ours, theirs) = (await world.SchoolAsync(), await world.SchoolAsync(name: "Larkhollow Primary School"));
        var administrator = await world.PersonAsync(ours, "Ines Quarrie", PersonKind.Staff, Role.Administrator);
        await RosterAsync(ours, "Priya Nandakumar", PersonKind.Staff);
        var stranger = await RosterAsync(theirs, "Owen Tresize", PersonKind.Staff);
        await RosterAsync(ours, "Maya Thorne", PersonKind.Pupil);
        var browser = await world.SignedInAsync(administrator);

        var page = await browser.GetAsync("/invitations");
        var token = page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.PostAsync("/invitations", [new("People", stranger.PersonId.ToString()), new("__RequestVerificationToken", token)]);
        var elsewhere = await browser.GetAsync($"/invitations?place={theirs}");

        page.Text.ShouldContain("Priya Nandakumar");
        page.Text.ShouldNotContain("Maya Thorne");
        page.Text.ShouldNotContain("Owen Tresize");
        elsewhere.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await browser.GetAsync("/desk")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        world.Post.Invitations.ShouldNotContain(one => one.To == stranger.Email);
    }

    [Fact]
    public async Task Journal_SaysWhoInvitedWhom_AndHoldsNoLink()
    {
        var school = await world.SchoolAsync();
        var lead = await InvitedAsync(school, "Rosalind Achterberg", Role.DesignatedSafeguardingLead);
        var link = await LinkAsync(lead);

        var rows = await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().Where(row => row.Org == school && row.RecordKind == InvitationLetter.Kind).ToListAsync());

        rows.ShouldHaveSingleItem().Act.ShouldBe("PersonInvited");
        rows[0].ByIdentity.ShouldNotBeNull();
        rows[0].Payload.ShouldNotBeNull().ShouldNotContain(link.Split('/')[^1]);
    }

    // Asked for by an administrator, with the letter sent.
    private async Task<Someone> InvitedAsync(Guid school, string name, Role role, Someone? administrator = null)
    {
        administrator ??= await world.PersonAsync(school, "Ines Quarrie", PersonKind.Staff, Role.Administrator);
        var someone = await RosterAsync(school, name, PersonKind.Staff);
        await world.AppointAsync(someone, role);
        var page = await (await world.SignedInAsync(administrator)).GetAsync("/invitations");
        var after = await page.SubmitAsync(form => form.Tick("People", someone.PersonId.ToString()), "Send invitations");
        after.Text.ShouldContain("1 person was invited");
        await world.SendLettersAsync();
        return someone;
    }

    private Task<Someone> RosterAsync(Guid school, string name, PersonKind kind) => world.PersonAsync(school, name, kind);

    private Task<string> LinkAsync(Someone someone) => Task.FromResult(world.Post.Invitations.Last(one => one.To == someone.Email).Path);

    private Task<int> AccountsAsync(Someone someone) =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<Lifeguard.Access.Model.Account>().CountAsync(one => one.IdentityId == someone.IdentityId));
}
