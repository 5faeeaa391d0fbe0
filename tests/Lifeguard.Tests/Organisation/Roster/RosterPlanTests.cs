using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Roster;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Tests.Organisation.Roster;

/// <summary>What an export would change, said before anything has changed; and the question that a strange export meets.</summary>
public sealed class RosterPlanTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>, IDisposable
{
    private readonly RosterExport _export = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _export.Dispose();

    [Fact]
    public async Task Plan_NewChangedLeavingAndRefused_AreNamedAndNothingIsWritten()
    {
        var school = await SchoolAsync("Ashlea School");
        await LoadAsync(school);
        var before = await WrittenAsync();
        _export.WithUsers(
            "p1,active,s1,student,Amelia,Thorne-Bell,g1,,08,", "p3,active,s1,student,Ben,Reed,,,07,", "a1,active,s1,teacher,Ruth,Okoro,,ruth@ashlea.example.org,,",
            "g1,active,s1,guardian,Marta,Thorne,,marta@family.example.org,,", "x1,active,s1,wizard,No,Body,,,,");

        var plan = await PlanAsync(school);

        plan.New.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Name.ShouldBe("Ben Reed"), one => one.About.ShouldBe("Year 7"), one => one.Place.ShouldBe("Ashlea School"));
        plan.Changed.ShouldHaveSingleItem().Changes.ShouldBe([new PlannedChange("Family name", "Thorne", "Thorne-Bell"), new PlannedChange("Year", "Year 7", "Year 8")]);
        plan.Leaving.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Name.ShouldBe("Zoë O'Dell"), one => one.Changes.ShouldBe([new PlannedChange("Why", null, "not in the file")]));
        plan.Report.Refused.ShouldBe([new RefusedRow("users.csv", 6, "The role “wizard” is not one of OneRoster 1.1.")]);
        plan.Report.NeedsConfirming.ShouldBeTrue();
        (await WrittenAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Plan_IntoAnEmptyTree_MakesNoOrganisation()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Planned Partnership");

        var plan = await PlanAsync(partnership);

        plan.Report.Organisations.New.ShouldBe(2);
        plan.New.Count.ShouldBe(4);
        (await desk.Get<IOrganisations>().WithDescendantsAsync([partnership], Stop)).ShouldBe([partnership]);
    }

    [Fact]
    public async Task Load_ExportOfOtherPupils_StopsUntilTheNumberIsTyped()
    {
        var school = await SchoolAsync("Birchlea School");
        await LoadAsync(school);
        _export.WithUsers("q1,active,s1,student,Noor,Haddad,,,07,", "q2,active,s1,student,Tom,Ellery,,,07,", "a1,active,s1,teacher,Ruth,Okoro,,,,", "g1,active,s1,guardian,Marta,Thorne,,,,");

        var stopped = await LoadAsync(school);
        var wrong = await LoadAsync(school, leavers: 3);

        (stopped.NeedsConfirming, stopped.Leavers.InWords()).ShouldBe((true, "2 of your 2 pupils"));
        Lifeguard.Organisation.Commands.RosterReportText.InWords(stopped).ShouldContain("If it is right, load it again with --leavers 2.");
        wrong.NeedsConfirming.ShouldBeTrue();
        (await NamesAsync(school)).ShouldBe(["Amelia Thorne", "Marta Thorne", "Ruth Okoro", "Zoë O'Dell"]);

        var done = await LoadAsync(school, leavers: 2);

        done.NeedsConfirming.ShouldBeFalse();
        (await NamesAsync(school)).ShouldBe(["Marta Thorne", "Noor Haddad", "Ruth Okoro", "Tom Ellery"]);
    }

    [Fact]
    public async Task Load_ThoseWhoLeftAreNamedAgain_ComeBackWithTheirRole()
    {
        var school = await SchoolAsync("Cedarlea School");
        await LoadAsync(school);
        _export.WithUsers("p1,active,s1,student,Amelia,Thorne,,,07,", "p2,active,s1,student,Zoë,O'Dell,,,KG,");
        (await LoadAsync(school)).Ended.ShouldBe(2);
        using var first = new RosterExport();

        await using var desk = database.Open();
        var report = await desk.Get<IRoster>().LoadAsync(new RosterRequest(first.AsFolder(), school), null, Stop);

        report.Returned.ShouldBe(2);
        (await desk.Get<IRoles>().HoldersAsync(school, [Role.Teacher], new DateOnly(2026, 11, 20), Stop)).ShouldHaveSingleItem().Name.ShouldBe("Ruth Okoro");
    }

    [Fact]
    public async Task Load_FileOfChanges_MakesNobodyALeaver_AndFindsWhoAndWhereItLeavesOut()
    {
        var school = await SchoolAsync("Dovelea School");
        await LoadAsync(school);
        _export.Without("orgs.csv").With("manifest.csv", "propertyName,value\noneroster.version,1.1\nfile.users,delta\nfile.orgs,absent")
            .WithUsers("p3,active,s1,student,Ben,Thorne,g1,,07,", "p2,tobedeleted,s1,student,Zoë,O'Dell,,,,");

        var plan = await PlanAsync(school);
        var report = await LoadAsync(school, leavers: 1);

        plan.Report.Refusal.ShouldBeNull();
        plan.Leaving.ShouldHaveSingleItem().Name.ShouldBe("Zoë O'Dell");
        (report.Pupils.New, report.Ended, report.Relations.New, report.RefusedRows).ShouldBe((1, 1, 1, 0L));
        report.Notices.ShouldContain("users.csv holds changes only. What is not in it stays as it is.");
        (await NamesAsync(school)).ShouldBe(["Amelia Thorne", "Ben Thorne", "Marta Thorne", "Ruth Okoro"]);
    }

    [Fact]
    public async Task Plan_SamePupilOrAddressUnderAnotherId_IsAPossibleTwinAndIsNotJoined()
    {
        var school = await SchoolAsync("Elmlea School");
        _export.With("demographics.csv", "sourcedId,birthDate\np1,2015-03-04\nq1,2015-03-04");
        await LoadAsync(school);
        _export.WithUsers("p1,active,s1,student,Amelia,Thorne,,,07,", "p2,active,s1,student,Zoë,O'Dell,,,KG,", "q1,active,s1,student,AMELIA,Thorne,,,07,",
            "a1,active,s1,teacher,Ruth,Okoro,,ruth@ashlea.example.org,,", "a2,active,s1,aide,R.,Okoro,,RUTH@ashlea.example.org,,", "g1,active,s1,guardian,Marta,Thorne,,,,");

        var plan = await PlanAsync(school);

        plan.Twins.Select(one => one.Because).ShouldBe(["the same name and date of birth", "the same e-mail address"]);
        plan.Report.Twins.ShouldBe(2);
    }

    [Fact]
    public async Task Load_PupilsThenTheirParents_OfPlainFiles_JoinsThemAndLeavesStaffAlone()
    {
        var school = await SchoolAsync("Fernlea School");
        _export.WithUsers("a1,active,s1,teacher,Ruth,Okoro,,,,");
        await LoadAsync(school);

        var pupils = await LoadPlainAsync(school, RosterForm.Pupils, "UPN,Forename,Surname,Year\nA1,Amelia,Thorne,7\nA2,Ben,Reed,8");
        var parents = await LoadPlainAsync(school, RosterForm.Parents, "UPN,Contact ID,Forename,Surname,Relationship\nA1,9,Marta,Thorne,Mother\nA7,10,Joan,Bell,Mother");
        var again = await LoadPlainAsync(school, RosterForm.Pupils, "Surname,Forename,UPN,Year\nReed,Ben,A2,8\nThorne,Amelia,A1,7");
        var fewer = await LoadPlainAsync(school, RosterForm.Pupils, "UPN,Forename,Surname,Year\nA1,Amelia,Thorne,7");

        (pupils.Pupils.New, pupils.Ended, pupils.NeedsConfirming).ShouldBe((2, 0, false));
        (parents.Guardians.New, parents.Relations.New).ShouldBe((2, 1));
        parents.Notices.ShouldContain("people.csv: links to people who are neither in the file nor known here under that id: 1. They were left out.");
        again.ChangedNothing.ShouldBeTrue();
        (fewer.NeedsConfirming, fewer.Leavers.InWords()).ShouldBe((true, "1 of your 2 pupils"));
    }

    private async Task<RosterReport> LoadPlainAsync(Guid into, RosterForm form, string text)
    {
        var path = Path.Combine(_export.AsFolder(), "plain");
        await File.WriteAllTextAsync(path, text, Stop);
        await using var desk = database.Open();
        return await desk.Get<IRoster>().LoadAsync(new RosterRequest(path, into) { Form = form, FileName = "people.csv" }, null, Stop);
    }

    private async Task<Guid> SchoolAsync(string name)
    {
        _export.With("orgs.csv", $"sourcedId,name,type\ns1,{name},school");
        await using var desk = database.Open();
        return await desk.OrganisationAsync(OrganisationKind.School, name);
    }

    private async Task<RosterPlan> PlanAsync(Guid into)
    {
        await using var desk = database.Open();
        return await desk.Get<RosterLoader>().PlanAsync(new RosterRequest(_export.AsFolder(), into), null, Stop);
    }

    private async Task<RosterReport> LoadAsync(Guid into, int? leavers = null)
    {
        await using var desk = database.Open();
        return await desk.Get<IRoster>().LoadAsync(new RosterRequest(_export.AsFolder(), into) { LeaversConfirmed = leavers }, null, Stop);
    }

    private async Task<List<string>> NamesAsync(Guid org)
    {
        await using var desk = database.Open();
        return [.. (await desk.Store.Set<Person>().Where(one => one.Org == org && one.EndedOn == null).ToListAsync(Stop)).Select(one => one.Name).Order(StringComparer.Ordinal)];
    }

    private async Task<(int People, int Rows)> WrittenAsync()
    {
        await using var desk = database.Open();
        return (await desk.Store.Set<Person>().CountAsync(Stop), await desk.Store.Set<JournalRow>().CountAsync(Stop));
    }
}
