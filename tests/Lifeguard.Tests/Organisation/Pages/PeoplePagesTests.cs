using System.Net;
using Lifeguard.Access.Model;
using Lifeguard.Incidents.Model;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Organisation.Pages;

/// <summary>The administrator's people: who holds what, given and ended with dates, never alone where it opens records.</summary>
public sealed class PeoplePagesTests(World world) : IClassFixture<World>
{
    private DateOnly Today => DateOnly.FromDateTime(world.Clock.GetUtcNow().Date);

    [Fact]
    [Requirement("B-003")]
    public async Task SomebodyIsFound_AndTheirRolesAndWayInStandOnTheirPage()
    {
        var (school, _, browser) = await SchoolAsync();
        var teacher = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.Teacher);
        await world.PersonAsync(school, "Idris Blakemore", PersonKind.Staff);

        var page = await browser.GetAsync("/people");
        page.Text.ShouldContain("Ruth Okoro");
        page = await page.SubmitAsync(form => form.Set("Words", "oko"), "Find");
        page.Path.ShouldNotContain("oko");
        page.Text.ShouldContain("Ruth Okoro");
        page.Text.ShouldNotContain("Idris");

        page = await browser.GetAsync(await AddressAsync(teacher));
        page.Heading.ShouldBe("Ruth Okoro");
        page.Text.ShouldContain("Teacher From 1 September 2025");
        page.Text.ShouldContain("Second factorNone");
        (page.Document.Title ?? "").ShouldNotContain("Okoro");
        (await browser.GetAsync(await AddressAsync(await world.PersonAsync(school, "Hope Sandiford", PersonKind.Staff)))).Text.ShouldContain("None, and not invited");
    }

    [Fact]
    public async Task RoleThatOpensNothing_IsGivenAtOnce_ForSoLong()
    {
        var (school, administrator, browser) = await SchoolAsync();
        var teacher = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff);

        var page = await GiveAsync(browser, teacher, Role.Supply, Today, Today.AddDays(30), appointedBy: "Head teacher");

        page.Text.ShouldContain("The role is given");
        page.Text.ShouldContain("Supply staff 17 November 2026 to 17 December 2026");
        page.Text.ShouldContain($"Head teacher ({administrator.Name})");
        (await RolesAsync(teacher, Today.AddDays(31))).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("A-037")]
    public async Task RoleThatOpensRecords_BeginsWhenASecondPersonSaysYes()
    {
        var (school, _, browser) = await SchoolAsync();
        var head = await world.PersonAsync(school, "Vera Holm", PersonKind.Staff, Role.Head);
        var teacher = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.Teacher);

        var page = await GiveAsync(browser, teacher, Role.DesignatedSafeguardingLead, Today.AddDays(-60));
        page.Text.ShouldContain("Proposed. The role begins when a second person has said yes.");
        page.Text.ShouldContain("Waiting for a second person");
        (await RolesAsync(teacher, Today)).ShouldBe([Role.Teacher]);
        (await GiveAsync(browser, teacher, Role.DesignatedSafeguardingLead, Today)).Errors.ShouldHaveSingleItem().ShouldStartWith("This role has been proposed for this person already");
        (await browser.GetAsync("/roles-to-confirm")).Status.ShouldBe(HttpStatusCode.NotFound);

        var second = await world.SignedInAsync(head);
        (await second.GetAsync("/home")).Text.ShouldContain("A role waits for your yes");
        var waiting = await second.GetAsync("/roles-to-confirm");
        waiting.Text.ShouldContain("Ruth Okoro: Safeguarding lead (DSL)");
        waiting = await waiting.SubmitAsync(button: "Yes, give the role to Ruth Okoro");

        waiting.Text.ShouldContain("Nothing waits");
        (await RolesAsync(teacher, Today)).ShouldBe([Role.Teacher, Role.DesignatedSafeguardingLead], ignoreOrder: true);
        (await RolesAsync(teacher, Today.AddDays(-1))).ShouldBe([Role.Teacher]);
        (await browser.GetAsync(await AddressAsync(teacher))).Text.ShouldContain("Vera Holm");
        (await ActsAsync(school)).ShouldContain(nameof(RoleProposalSettled));
    }

    [Fact]
    public async Task SecondPerson_IsNeitherTheOneWhoProposes_NorTheOneItIsFor()
    {
        var school = await world.SchoolAsync();
        // One person who administers and leads.
        var both = await world.PersonAsync(school, "Vera Holm", PersonKind.Staff, Role.Administrator, Role.Head);
        var browser = await world.SignedInAsync(both);
        var teacher = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.Teacher);
        (await GiveAsync(browser, both, Role.DesignatedSafeguardingLead, Today)).Errors.ShouldHaveSingleItem().ShouldStartWith("Nobody gives a role to themselves");
        await GiveAsync(browser, teacher, Role.ActingHead, Today);
        var id = await world.DoAsync(services => services.GetRequiredService<Store>().Set<RoleProposal>().Where(one => one.PersonId == teacher.PersonId).Select(one => one.Id).SingleAsync());

        (await browser.GetAsync("/roles-to-confirm")).Text.ShouldContain("Nothing waits");
        var token = (await browser.GetAsync("/people")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await browser.PostAsync("/roles-to-confirm?handler=Yes", [new("Proposal", id.ToString()), new("__RequestVerificationToken", token)])).Errors.ShouldHaveSingleItem().ShouldStartWith("Somebody else must say yes to this");

        (await RolesAsync(teacher, Today)).ShouldBe([Role.Teacher]);
        var chair = await world.SignedInAsync(await world.PersonAsync(school, "Colin Haverstock", PersonKind.Governor, Role.ChairOfGovernors));
        await (await chair.GetAsync("/roles-to-confirm")).SubmitAsync(button: "No, Ruth Okoro does not get the role");
        (await RolesAsync(teacher, Today)).ShouldBe([Role.Teacher]);
        (await chair.GetAsync("/roles-to-confirm")).Text.ShouldContain("Nothing waits");
    }

    [Fact]
    public async Task WhileASchoolIsSetUp_TheFirstHeadBeginsAtOnce_AndFromThenOnTheyAreAsked()
    {
        var (school, _, browser) = await SchoolAsync();
        var head = await world.PersonAsync(school, "Vera Holm", PersonKind.Staff);
        var lead = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff);

        await GiveAsync(browser, head, Role.Head, new DateOnly(2019, 9, 1));
        await GiveAsync(browser, lead, Role.DesignatedSafeguardingLead, Today);
        (await RolesAsync(head, Today)).ShouldBe([Role.Head]);
        (await RolesAsync(lead, Today)).ShouldBeEmpty();

        // Taking the head away does not open the way round them.
        await EndAsync(browser, head, "Head teacher");
        var page = await browser.GetAsync(await AddressAsync(lead) + "/give-role");
        page.Text.ShouldContain("Nobody here may say it at the moment");
        await GiveAsync(browser, lead, Role.DeputySafeguardingLead, Today);
        (await RolesAsync(lead, Today)).ShouldBeEmpty();
    }

    [Fact]
    public async Task JointHeadship_AndCoverForALeave_AreTwoWhoHoldOneRole()
    {
        var (school, _, browser) = await SchoolAsync();
        var first = await world.PersonAsync(school, "Vera Holm", PersonKind.Staff, Role.Head);
        var second = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff);
        var clerk = await world.PersonAsync(school, "Ana Reed", PersonKind.Staff, Role.OfficeStaff);
        var cover = await world.PersonAsync(school, "Tom Dell", PersonKind.Staff);
        var chair = await world.SignedInAsync(await world.PersonAsync(school, "Colin Haverstock", PersonKind.Governor, Role.ChairOfGovernors));

        await GiveAsync(browser, second, Role.Head, Today);
        await (await chair.GetAsync("/roles-to-confirm")).SubmitAsync(button: "Yes, give the role to Ruth Okoro");
        (await HoldersAsync(school, Role.Head)).ShouldBe(["Ruth Okoro", "Vera Holm"], ignoreOrder: true);

        (await GiveAsync(browser, cover, Role.OfficeStaff, Today.AddDays(3), null, covers: clerk)).Errors.ShouldBe(["Say until when, because it is in somebody's place"]);
        var page = await GiveAsync(browser, cover, Role.OfficeStaff, Today.AddDays(3), Today.AddDays(200), covers: clerk);
        page.Text.ShouldContain("In place of Ana Reed");
        page.Text.ShouldContain("Later");
        (await RolesAsync(cover, Today.AddDays(3))).ShouldBe([Role.OfficeStaff]);
    }

    [Fact]
    [Requirement("A-036")]
    public async Task RoleEndedAtOnce_BitesAtTheNextClick()
    {
        var (school, _, browser) = await SchoolAsync();
        var lead = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var open = await world.SignedInAsync(lead);
        (await open.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.OK);

        var page = await EndAsync(browser, lead, "Safeguarding lead (DSL)");

        page.Text.ShouldContain("Ended");
        (await open.GetAsync("/desk")).Path.ShouldBe("/sign-in");
        (await RolesAsync(lead, Today)).ShouldBeEmpty();
    }

    [Fact]
    public async Task LastAdministrator_CannotBeEnded()
    {
        var (_, administrator, browser) = await SchoolAsync();

        (await EndAsync(browser, administrator, "System administrator")).Errors.ShouldHaveSingleItem().ShouldStartWith("Nobody else is administrator here");
    }

    [Fact]
    [Requirement("A-006")]
    [Requirement("A-011")]
    [Requirement("A-015")]
    public async Task VacanciesStay_OnTheAdministratorsAndTheHeadsHome_UntilFilled()
    {
        var (school, _, browser) = await SchoolAsync(name: "Ashlea School");
        var head = await world.PersonAsync(school, "Vera Holm", PersonKind.Staff, Role.Head);
        await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var technician = await world.PersonAsync(school, "Ana Reed", PersonKind.Staff);
        await world.PersonAsync(school, "Farida Mansoor", PersonKind.Governor, Role.SafeguardingGovernor, Role.ChairOfGovernors);
        var second = await world.SignedInAsync(head);

        foreach (var home in new[] { await browser.GetAsync("/home"), await second.GetAsync("/home") })
        {
            home.Text.ShouldContain("Nobody is deputy safeguarding lead: Ashlea School");
            home.Text.ShouldContain("Nobody is IT technician, here or in the trust: Ashlea School");
            home.Text.ShouldNotContain("Nobody is safeguarding lead (DSL)");
        }

        await GiveAsync(browser, technician, Role.Technician, Today);
        (await second.GetAsync("/home")).Text.ShouldContain("Nobody supervises the monitoring that the IT technician does: Ashlea School");
        (await second.GetAsync("/vacancies")).Text.ShouldNotContain("Nobody is IT technician");
        var page = await browser.GetAsync(await AddressAsync(technician) + "/supervisor");
        await page.SubmitAsync(form => form.Set("Chosen", page.Document.QuerySelectorAll("input[name=Chosen]").First().GetAttribute("value")!), "Save");
        (await second.GetAsync("/home")).Text.ShouldNotContain("Nobody supervises");
        (await browser.GetAsync(await AddressAsync(technician))).Text.ShouldContain("Monitoring supervised byVera Holm, since ");

        world.Clock.PassMinutes(1);
        var other = await browser.GetAsync(await AddressAsync(technician) + "/supervisor");
        var next = other.Document.QuerySelectorAll("input[name=Chosen]").Select(one => one.GetAttribute("value")!).First(one => one != page.Document.QuerySelectorAll("input[name=Chosen]").First().GetAttribute("value"));
        await other.SubmitAsync(form => form.Set("Chosen", next), "Save");
        (await browser.GetAsync(await AddressAsync(technician))).Text.ShouldContain("Supervised before byVera Holm, ");
    }

    [Fact]
    public async Task Administrator_OpensNoRecord_AndOfficeStaffGiveNoRoles()
    {
        var (school, _, browser) = await SchoolAsync();
        var teacher = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.Teacher);
        var office = await world.SignedInAsync(await world.PersonAsync(school, "Ana Reed", PersonKind.Staff, Role.OfficeStaff));

        (await browser.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await office.GetAsync(await AddressAsync(teacher));
        page.Heading.ShouldBe("Ruth Okoro");
        page.Text.ShouldNotContain("Give a role");
        (await office.GetAsync(page.Path + "/give-role")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task PersonOfAnotherSchool_IsNotThere_AndOfASchoolOfTheTrustIs()
    {
        var trust = await world.TrustAsync();
        var below = await world.SchoolAsync(trust);
        var administrator = await world.PersonAsync(trust, "Mara Finch", PersonKind.Staff, Role.Administrator);
        var browser = await world.SignedInAsync(administrator);
        var here = await world.PersonAsync(below, "Ruth Okoro", PersonKind.Staff);
        var elsewhere = await world.PersonAsync(await world.SchoolAsync(), "Idris Blakemore", PersonKind.Staff);

        (await browser.GetAsync(await AddressAsync(elsewhere))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(await AddressAsync(elsewhere) + "/give-role")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GiveAsync(browser, here, Role.Technician, Today)).Text.ShouldContain("The role is given");
        (await browser.GetAsync($"/people?place={elsewhere.Org}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void RolesThatWaitForASecondPerson_AreThoseAtDesks_AndThoseThatNeedASecondFactor()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            // A technician reads no records: tasks without names or story.
            if (DeskRoles.DeskOf(role) is not null || (SecondFactorRoles.Includes(role) && role != Role.Technician)) SecondPerson.Roles.ShouldContain(role);
        }

        SecondPerson.Confirming.ShouldBeSubsetOf(SecondPerson.Roles);
    }

    private async Task<(Guid School, Someone Administrator, Browser Browser)> SchoolAsync(string name = "Tarrowby High School")
    {
        var school = await world.SchoolAsync(name: name);
        var administrator = await world.PersonAsync(school, "Mara Finch", PersonKind.Staff, Role.Administrator);
        return (school, administrator, await world.SignedInAsync(administrator));
    }

    private Task<string> AddressAsync(Someone someone) => world.DoAsync(async services =>
        "/people/" + await services.GetRequiredService<Store>().Set<Person>().Where(one => one.Id == someone.PersonId).Select(one => one.Reference).SingleAsync());

    private async Task<PageSeen> GiveAsync(Browser browser, Someone to, Role role, DateOnly from, DateOnly? until = null, string? appointedBy = null, Someone? covers = null)
    {
        var page = await browser.GetAsync(await AddressAsync(to) + "/give-role");
        var reference = covers is null ? "" : (await AddressAsync(covers)).Split('/')[^1];
        return await page.SubmitAsync(form =>
        {
            form.Set("Role", role.ToString());
            Date("From", from);
            if (until is { } day) Date("Until", day);
            if (appointedBy is not null) form.Set("AppointedBy", appointedBy);
            if (covers is not null) form.Set("CoversFor", $"{reference} {role}");

            void Date(string field, DateOnly date) => form.Set(field + ".Day", $"{date.Day}").Set(field + ".Month", $"{date.Month}").Set(field + ".Year", $"{date.Year}");
        }, "Give the role");
    }

    private async Task<PageSeen> EndAsync(Browser browser, Someone who, string role)
    {
        var page = await browser.GetAsync(await AddressAsync(who) + "/end-role");
        var id = page.Document.QuerySelectorAll("input[name=Role]").Single(one => page.Document.QuerySelector($"label[for='{one.Id}']")!.TextContent.Trim() == role).GetAttribute("value")!;
        return await page.SubmitAsync(form => form.Set("Role", id).Set("When", "now"), "End the role");
    }

    private Task<List<Role>> RolesAsync(Someone someone, DateOnly on) => world.DoAsync(async services =>
        (await services.GetRequiredService<IRoles>().RolesOfAsync([someone.IdentityId], on, default)).Select(one => one.Role).ToList());

    private Task<List<string>> HoldersAsync(Guid school, Role role) => world.DoAsync(async services =>
        (await services.GetRequiredService<IRoles>().HoldersAsync(school, [role], Today, default)).Select(one => one.Name).ToList());

    private Task<List<string>> ActsAsync(Guid school) => world.DoAsync(services =>
        services.GetRequiredService<Store>().Set<JournalRow>().Where(one => one.Org == school).Select(one => one.Act).ToListAsync());
}
