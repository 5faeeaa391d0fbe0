using System.Net;
using System.Text;
using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Imports;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Pages.Organisation.Imports;
using Lifeguard.Organisation.Roster;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.Access;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Organisation.Pages;

/// <summary>The office manager's morning: choose a file, look at what would change, say yes, read what happened.</summary>
public sealed class ImportPagesTests(World world) : IClassFixture<World>
{
    private const string ThreePupils = "UPN,Forename,Surname,Year\nA1,Amelia,Thorne,7\nA2,Ben,Reed,8\nA3,Zoë,Dell,8";

    [Fact]
    [Requirement("A-001")]
    public async Task FileOfPupils_IsShownThenAppliedThenSaid_AndTheFileIsGone()
    {
        var (school, browser) = await OfficeAsync();

        var page = await ChooseAsync(browser, "Pupils", "pupils.csv", ThreePupils + "\n,No,Number,9");
        page.Heading.ShouldBe("The file is being read");
        page.Response.Headers.GetValues("Refresh").ShouldBe(["3"]);
        var kept = Path.Combine(world.Database.Data, "imports", page.Path.Split('/')[^1]);
        File.Exists(kept).ShouldBeTrue();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(kept).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await RunAsync();
        page = await browser.GetAsync(page.Path);
        page.Text.ShouldContain("This would mean: 3 new pupils. Nothing has been changed yet.");
        page.Text.ShouldContain("Amelia Thorne");
        page.Text.ShouldContain("pupils.csv 5 The pupil has neither a UPN nor an admission number.");
        (await PupilsAsync(school)).ShouldBeEmpty();

        page = await page.SubmitAsync(button: "Apply the import");
        page.Heading.ShouldBe("The import is being applied");
        await RunAsync();
        page = await browser.GetAsync(page.Path);

        page.Heading.ShouldBe("The import was applied");
        page.Text.ShouldContain("Done: 3 new pupils.");
        (await PupilsAsync(school)).ShouldBe(["Amelia Thorne", "Ben Reed", "Zoë Dell"]);
        File.Exists(kept).ShouldBeFalse();
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<PeopleImport>().Where(one => one.Into == school).Select(one => one.Plan).SingleAsync())).ShouldBeNull();
        var file = await browser.GetAsync(page.Path + "?handler=Refused");
        file.Html.ShouldContain("\"pupils.csv\",5,\"The pupil has neither a UPN nor an admission number.\"");
        (await browser.GetAsync("/people/imports")).Text.ShouldContain("Done: 3 new pupils.");
    }

    [Fact]
    public async Task SameFileAgain_SaysThatNothingWouldChange()
    {
        var (_, browser) = await OfficeAsync();
        await TakeAsync(browser, ThreePupils);

        var page = await ChooseAsync(browser, "Pupils", "pupils.csv", ThreePupils);
        await RunAsync();
        page = await browser.GetAsync(page.Path);

        page.Text.ShouldContain("This would change nothing: all that was read of the file is known already.");
        page.Document.QuerySelectorAll("main button").Select(one => one.TextContent.Trim()).ShouldBe(["Give it up"]);
        page = await page.SubmitAsync(button: "Give it up");
        page.Heading.ShouldBe("The import was given up");
    }

    [Fact]
    public async Task FileOfAnotherSchool_StopsUntilTheNumberIsTyped()
    {
        var (school, browser) = await OfficeAsync();
        await TakeAsync(browser, ThreePupils);
        var page = await ChooseAsync(browser, "Pupils", "other.csv", "UPN,Forename,Surname\nX1,Noor,Haddad");
        await RunAsync();
        page = await browser.GetAsync(page.Path);

        page.Text.ShouldContain("This would make leavers: 3 of your 3 pupils.");
        var refused = await page.SubmitAsync(form => form.Set("Leavers", "2"), "Apply the import");
        refused.Errors.ShouldBe(["Type 3, the number of people who leave, or give the import up"]);
        (await PupilsAsync(school)).Count.ShouldBe(3);

        await refused.SubmitAsync(form => form.Set("Leavers", "3"), "Apply the import");
        await RunAsync();

        (await browser.GetAsync(page.Path)).Text.ShouldContain("Done: 1 new pupil and 3 leavers.");
        (await PupilsAsync(school)).ShouldBe(["Noor Haddad"]);
    }

    [Fact]
    public async Task WhoImports_IsNotTakenOutByTheirOwnImport()
    {
        var (school, browser) = await OfficeAsync();
        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Email\nRO,Ruth,Okoro,Office,\nTR,Tom,Reed,Teacher,", "Staff");
        var clerk = await AccountAsync(school, "Ruth");
        await world.AppointAsync(clerk, Role.OfficeStaff);
        var own = await world.SignedInAsync(clerk);

        var page = await ChooseAsync(own, "Staff", "staff.csv", "Staff code,Forename,Surname,Role,Email\nTR,Tom,Reed,Teacher,");
        await RunAsync();
        page = await own.GetAsync(page.Path);

        page.Text.ShouldContain("You are yourself among those who would leave");
        page.Document.QuerySelectorAll("main button").Select(one => one.TextContent.Trim()).ShouldBe(["Give it up"]);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await own.PostAsync(page.Path, [new("then", "apply"), new("Leavers", "1"), new("__RequestVerificationToken", token)])).Errors.ShouldBe(["You are yourself among those who would leave. Give the import up"]);
        (await own.GetAsync("/home")).Path.ShouldBe("/home");
    }

    [Fact]
    public async Task SomebodyElsesImport_IsNotThere()
    {
        var (_, ours) = await OfficeAsync();
        var (_, theirs) = await OfficeAsync();
        var page = await ChooseAsync(theirs, "Pupils", "pupils.csv", ThreePupils);

        (await ours.GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ours.GetAsync("/people/imports")).Text.ShouldContain("None yet.");
    }

    [Fact]
    public async Task Leaver_WhoIsSignedIn_IsSignedOutTheSameDay()
    {
        var (school, browser) = await OfficeAsync();
        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Email\nRO,Ruth,Okoro,Teacher,\nTR,Tom,Reed,Teacher,", "Staff");
        var teacher = await AccountAsync(school, "Ruth");
        var signedIn = await world.SignedInAsync(teacher);

        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Email\nTR,Tom,Reed,Teacher,", "Staff");

        (await signedIn.GetAsync("/home")).Path.ShouldBe("/sign-in");
        var sessions = await world.DoAsync(services => services.GetRequiredService<Store>().Set<Session>().CountAsync(one => one.EndedAt != null));
        sessions.ShouldBe(1);
        (await world.Stranger().TypeAsync(teacher.Email)).Errors.ShouldHaveSingleItem().ShouldStartWith("The school's list says that you have left");
        (await world.DoAsync(services => services.GetRequiredService<IRoles>().RolesOfAsync([teacher.IdentityId], DateOnly.FromDateTime(world.Clock.GetUtcNow().Date), default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaver_WhoComesBack_SignsInAsBefore()
    {
        var (school, browser) = await OfficeAsync();
        const string both = "Staff code,Forename,Surname,Role,Email\nRO,Ruth,Okoro,Teacher,\nTR,Tom,Reed,Teacher,";
        await TakeAsync(browser, both, "Staff");
        var teacher = await AccountAsync(school, "Ruth");
        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Email\nTR,Tom,Reed,Teacher,", "Staff");

        await TakeAsync(browser, both, "Staff");

        (await world.Stranger().TypeAsync(teacher.Email)).Path.ShouldBe("/home");
    }

    [Fact]
    public async Task AdministratorOfAFile_KeepsNobody_UntilSomebodyAppointsThem()
    {
        var (school, browser) = await OfficeAsync();
        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Email\nRO,Ruth,Okoro,Office manager,", "Staff");
        var clerk = await AccountAsync(school, "Ruth");
        RosterRole.Of("administrator")!.Role.ShouldBe(RosterRole.Of("systemAdministrator")!.Role);
        (await (await world.SignedInAsync(clerk)).GetAsync("/people/imports")).Status.ShouldBe(HttpStatusCode.NotFound);

        await world.AppointAsync(clerk, Role.OfficeStaff);

        (await (await world.SignedInAsync(clerk)).GetAsync("/people/imports")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void NoRoleOfAFile_HoldsAPermissionBeyondThatOfTeachers()
    {
        var words = new[] { "student", "teacher", "aide", "proctor", "administrator", "principal", "counselor", "siteAdministrator", "districtAdministrator", "systemAdministrator", "guardian", "parent", "relative" };
        var given = words.Select(word => RosterRole.Of(word)!.Role).OfType<Role>().Distinct().Select(role => role.ToString()).ToList();

        var more = Lifeguard.Web.Rooms.All.SelectMany(room => room.Permissions).Where(one => given.Any(one.Roles.Contains) && !one.Roles.Contains(nameof(Role.Teacher)));

        given.ShouldBe([nameof(Role.Teacher), nameof(Role.SupportStaff)], ignoreOrder: true);
        more.Select(one => one.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task SiteStoppedWhileApplying_TakesItUpAgain_AndNothingWasHalfDone()
    {
        var (school, browser) = await OfficeAsync();
        var page = await ChooseAsync(browser, "Pupils", "pupils.csv", ThreePupils);
        await RunAsync();
        page = await (await browser.GetAsync(page.Path)).SubmitAsync(button: "Apply the import");
        using var stopped = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            // Stopped as the first people are written.
            store.SavedChanges += (_, _) => stopped.Cancel();
            await services.GetRequiredService<IPeopleImports>().RunNextAsync(stopped.Token);
        }));

        (await PupilsAsync(school)).ShouldBeEmpty();
        (await browser.GetAsync(page.Path)).Heading.ShouldBe("The import is being applied");
        await RunAsync();
        (await browser.GetAsync(page.Path)).Heading.ShouldBe("The import was applied");
        (await PupilsAsync(school)).Count.ShouldBe(3);
    }

    [Fact]
    [Requirement("B-001")]
    public async Task DetailsOfTheSchool_AreShownThenTaken_AndTheSecondTimeNothingChanges()
    {
        const string file = "URN,EstablishmentName,LA (name),Street,Town,Postcode,TelephoneNum,StatutoryLowAge,StatutoryHighAge,HeadTitle (name),HeadFirstName,HeadLastName\n100001,Tarrowby High School,Brackenshire,Mill Bank,Thornbeck,TB1 2CD,1632960320,11,16,Mrs,Vera,Holm";
        var (school, browser) = await OfficeAsync();

        var page = await ChooseAsync(browser, "School", "gias.csv", file);
        (await browser.GetAsync("/home")).Text.ShouldContain("An import is at work");
        await RunAsync();
        (await browser.GetAsync("/home")).Text.ShouldContain("Look at what an import would change");
        page = await browser.GetAsync(page.Path);
        page.Text.ShouldContain("This would mean: 6 details of the school changed.");
        page.Text.ShouldContain("Address Nothing Mill Bank, Thornbeck, TB1 2CD");
        page.Text.ShouldContain("The file names Mrs Vera Holm as head. Nobody gets a role from a file");
        await page.SubmitAsync(button: "Apply the import");
        await RunAsync();

        (await browser.GetAsync(page.Path)).Text.ShouldContain("Done: 6 details of the school changed.");
        var details = await world.DoAsync(async services => (await services.GetRequiredService<Store>().Set<Lifeguard.Organisation.Model.Organisation>().SingleAsync(one => one.Id == school)).Details());
        details.ShouldBe(new SchoolDetails("Tarrowby High School") { Urn = "100001", LocalAuthority = "Brackenshire", Address = "Mill Bank, Thornbeck, TB1 2CD", Telephone = "01632960320", LowestAge = 11, HighestAge = 16 });
        page = await ChooseAsync(browser, "School", "gias.csv", file);
        await RunAsync();
        (await browser.GetAsync(page.Path)).Text.ShouldContain("This would change nothing");
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(one => one.Act == nameof(SchoolDetailsTaken) && one.Org == school))).ShouldBe(1);
    }

    [Fact]
    public async Task FileThatIsNoRoster_IsRefusedInWords()
    {
        var (_, browser) = await OfficeAsync();
        var page = await ChooseAsync(browser, "OneRoster", "roster.zip", "this is no zip");
        await RunAsync();

        (await browser.GetAsync(page.Path)).Text.ShouldContain("roster.zip is not a whole zip file. It may have been cut off on its way; fetch it again. Nothing was changed.");
    }

    [Fact]
    public async Task FileLargerThanAllOtherForms_IsTaken_AndItsBytesAreLeftAlone()
    {
        var (school, browser) = await OfficeAsync();
        var text = new StringBuilder("UPN,Forename,Surname,Notes\nA1,Amelia%00,Thorne,");
        text.Append('x', 500_000).Append('\n');
        for (var row = 0; row < 30; row++) text.Append('B').Append(row).Append(",Ben,Reed,").Append('x', 500_000).Append('\n');

        var page = await ChooseAsync(browser, "Pupils", "pupils.csv", text.ToString());
        await RunAsync();
        (await browser.GetAsync(page.Path)).Text.ShouldContain("Amelia%00 Thorne");
        (await PupilsAsync(school)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A1", "\"'=cmd|' /C calc'!A1\"")]
    [InlineData(" +1", "\"' +1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    public void Cell_ThatAProgramMightRun_IsText(string text, string cell) => RefusedRowsFile.Cell(text).ShouldBe(cell);

    [Fact]
    public async Task Twins_AreJoinedAndPartedAgain_WithTheirWaysIn()
    {
        var (school, browser) = await OfficeAsync();
        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Work email\nRO,Ruth,Okoro,Teacher,ruth@twin.example.org\nRO2,R,Okoro,Teacher,RUTH@twin.example.org", "Staff");
        var second = await AccountAsync(school, "R");

        var page = await browser.GetAsync("/people/twins");
        page.Text.ShouldContain("Because of the same e-mail address");
        page = await page.SubmitAsync(button: "They are one person");

        page.Text.ShouldContain("Nobody.");
        (await IdentitiesAsync(school)).Distinct().Count().ShouldBe(1);
        (await (await world.SignedInAsync(second)).GetAsync("/home")).Status.ShouldBe(HttpStatusCode.OK);
        (await RolesOfAccountAsync(second.Email)).ShouldBe(2);

        page = await page.SubmitAsync(button: "Undo");

        page.Text.ShouldContain("Because of the same e-mail address");
        (await IdentitiesAsync(school)).Distinct().Count().ShouldBe(2);
        (await RolesOfAccountAsync(second.Email)).ShouldBe(1);
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(one => one.Act == nameof(IdentitiesParted) && one.Org == school))).ShouldBe(1);
    }

    [Fact]
    public async Task Twins_AtTwoSchoolsOfATrust_AreTheTrustsAdministratorsToJoin()
    {
        var trust = await world.TrustAsync();
        var (one, other) = (await world.SchoolAsync(trust), await world.SchoolAsync(trust, "Larkhollow Primary School"));
        var browser = await world.SignedInAsync(await world.PersonAsync(trust, "Mara Finch", PersonKind.Staff, Role.Administrator));
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            foreach (var school in new[] { one, other })
                store.Add(Person.New(Guid.CreateVersion7(world.Clock.GetUtcNow()), school, null, new PersonDetails(PersonKind.Staff, "Ruth", "Okoro") { Email = "ruth.okoro@twins.example.org" }));
            await store.CommitAsync(Kernel.Deed.OfSystem(one, "Test", world.Clock.GetUtcNow()), new RosterLoaded(new Kernel.RecordRef("organisation", one), 2, 0, 0, 0), default);
        });

        var page = await (await browser.GetAsync("/people/twins")).SubmitAsync(button: "They are one person");
        (await IdentitiesAsync(one)).ShouldBe(await IdentitiesAsync(other));
        await page.SubmitAsync(button: "Undo");
        (await IdentitiesAsync(one)).ShouldNotBe(await IdentitiesAsync(other));
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    public async Task Twins_WhereOneHoldsARoleThatOpensRecords_AreJoinedOnlyWhenNobodyNewComesIn(bool leadSignsIn, bool otherSignsIn, bool joined)
    {
        var (school, browser) = await OfficeAsync();
        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Work email\nRO,Ruth,Okoro,Teacher,ruth@twin.example.org\nRO2,R,Okoro,Teacher,RUTH@twin.example.org", "Staff");
        var lead = leadSignsIn ? await AccountAsync(school, "R") : await PersonOfAsync(school, "R");
        if (otherSignsIn) await AccountAsync(school, "Ruth");
        await world.AppointAsync(lead, Role.DesignatedSafeguardingLead);

        var page = await (await browser.GetAsync("/people/twins")).SubmitAsync(button: "They are one person");

        if (!joined) page.Errors.ShouldHaveSingleItem().ShouldStartWith("One of these people holds a role that opens records");
        (await IdentitiesAsync(school)).Distinct().Count().ShouldBe(joined ? 1 : 2);
    }

    [Fact]
    public async Task Twins_WhereOneWillHoldSuchARole_AreNotJoinedTheDayBefore()
    {
        var (school, browser) = await OfficeAsync();
        await TakeAsync(browser, "Staff code,Forename,Surname,Role,Work email\nRO,Ruth,Okoro,Teacher,ruth@twin.example.org\nRO2,R,Okoro,Teacher,RUTH@twin.example.org", "Staff");
        var lead = await AccountAsync(school, "R");
        await AccountAsync(school, "Ruth");
        await world.DoAsync(async services => (await services.GetRequiredService<Lifeguard.Organisation.Acts.AppointPerson>().RunAsync(lead.PersonId, Role.DesignatedSafeguardingLead,
            DateOnly.FromDateTime(world.Clock.GetUtcNow().Date).AddDays(1), null, Kernel.Deed.OfSystem(school, "Test", world.Clock.GetUtcNow()), default)).IsDone.ShouldBeTrue());

        await (await browser.GetAsync("/people/twins")).SubmitAsync(button: "They are one person");

        (await IdentitiesAsync(school)).Distinct().Count().ShouldBe(2);
    }

    private async Task<(Guid School, Browser Browser)> OfficeAsync()
    {
        var school = await world.SchoolAsync();
        return (school, await world.SignedInAsync(await world.PersonAsync(school, "Hope Sandiford", PersonKind.Staff, Role.OfficeStaff)));
    }

    private static async Task<PageSeen> ChooseAsync(Browser browser, string form, string name, string text) =>
        await (await browser.GetAsync("/people/imports/new")).SendFileAsync(browser, "Chosen", name, Encoding.UTF8.GetBytes(text), ("Form", form));

    private async Task TakeAsync(Browser browser, string text, string form = "Pupils")
    {
        var page = await ChooseAsync(browser, form, "people.csv", text);
        await RunAsync();
        await (await browser.GetAsync(page.Path)).SubmitAsync(button: "Apply the import");
        await RunAsync();
        (await browser.GetAsync(page.Path)).Heading.ShouldBe("The import was applied");
    }

    private async Task RunAsync()
    {
        while (await world.DoAsync(services => services.GetRequiredService<IPeopleImports>().RunNextAsync(CancellationToken.None)))
        {
        }
    }

    private Task<List<string>> PupilsAsync(Guid school) => world.DoAsync(async services =>
        (await services.GetRequiredService<Store>().Set<Person>().Where(one => one.Org == school && one.Kind == PersonKind.Pupil && one.EndedOn == null).ToListAsync())
            .Select(one => one.Name).Order(StringComparer.Ordinal).ToList());

    private Task<List<Guid>> IdentitiesAsync(Guid school) => world.DoAsync(services =>
        services.GetRequiredService<Store>().Set<Person>().Where(one => one.Org == school && one.FamilyName == "Okoro").Select(one => one.IdentityId).ToListAsync());

    private Task<int> RolesOfAccountAsync(string email) => world.DoAsync(async services =>
    {
        var identity = await services.GetRequiredService<Store>().Set<Account>().Where(one => one.Email == email).Select(one => one.IdentityId).SingleAsync();
        return (await services.GetRequiredService<IRoles>().RolesOfAsync([identity], DateOnly.FromDateTime(world.Clock.GetUtcNow().Date), default)).Count;
    });

    private Task<Someone> PersonOfAsync(Guid school, string given) => world.DoAsync(async services =>
    {
        var person = await services.GetRequiredService<Store>().Set<Person>().SingleAsync(one => one.Org == school && one.GivenName == given);
        return new Someone(person.Id, person.IdentityId, school, person.Name, "");
    });

    private Task<Someone> AccountAsync(Guid school, string given) => world.DoAsync(async services =>
    {
        var person = await services.GetRequiredService<Store>().Set<Person>().SingleAsync(one => one.Org == school && one.GivenName == given);
        var email = $"{given}-{person.Id:N}@school.example.org";
        var deed = Kernel.Deed.OfSystem(school, "Test", world.Clock.GetUtcNow());
        (await services.GetRequiredService<IAccounts>().OpenAsync(person.IdentityId, school, email, Someone.Password, null, deed, default)).IsDone.ShouldBeTrue();
        return new Someone(person.Id, person.IdentityId, school, person.Name, email);
    });
}
