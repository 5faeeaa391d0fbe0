using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Roster;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Tests.Organisation.Roster;

public sealed class RosterLoadTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>, IDisposable
{
    private readonly RosterExport _export = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _export.Dispose();

    [Fact]
    [Requirement("A-001")]
    public async Task Load_UnderAPartnership_MakesTheTreeThePeopleAndTheirLinks()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Moor Partnership");

        var report = await LoadAsync(partnership);

        report.Refusal.ShouldBeNull();
        report.Organisations.ShouldBe(new RosterCount(2, 0, 0));
        (report.Pupils, report.Staff, report.Guardians, report.Relations).ShouldBe(
            (new RosterCount(2, 0, 0), new RosterCount(1, 0, 0), new RosterCount(1, 0, 0), new RosterCount(1, 0, 0)));
        var school = await SchoolAsync(desk, partnership);
        var above = await desk.Get<IOrganisations>().AncestorsAsync(school, Stop);
        above.Select(one => one.Name).ShouldBe(["Moorfield Trust", "Moor Partnership"]);
        var teachers = await desk.Get<IRoles>().HoldersAsync(school, [Role.Teacher], new DateOnly(2026, 11, 20), Stop);
        teachers.ShouldHaveSingleItem().Name.ShouldBe("Ruth Okoro");
    }

    [Fact]
    public async Task Load_SameFileAgain_ChangesNothingAndSaysSo()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Fen Partnership");
        await LoadAsync(partnership);
        var before = await desk.Store.Database.SqlQuery<long>($"select sum(xmin::text::bigint)::bigint as \"Value\" from person").SingleAsync(Stop);

        var report = await LoadAsync(partnership);

        report.ChangedNothing.ShouldBeTrue();
        report.Pupils.ShouldBe(new RosterCount(0, 0, 2));
        Lifeguard.Organisation.Commands.RosterReportText.InWords(report).ShouldContain("Nothing was new and nothing was changed.");
        (await desk.Store.Database.SqlQuery<long>($"select sum(xmin::text::bigint)::bigint as \"Value\" from person").SingleAsync(Stop)).ShouldBe(before);
    }

    [Fact]
    public async Task Load_WritesOneRowOfTheJournalWithCountsAndNoNames()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Dale Partnership");

        await LoadAsync(partnership);
        await LoadAsync(partnership);

        var row = await desk.Store.Set<JournalRow>().SingleAsync(one => one.Act == nameof(RosterLoaded) && one.RecordId == partnership, Stop);
        var payload = row.Payload.ShouldNotBeNull();
        payload.ShouldContain("\"Added\":7");
        payload.ShouldNotContain("Thorne");
    }

    [Fact]
    public async Task Load_PersonMarkedAsToBeDeleted_EndsThemAndTheirRolesAndKeepsTheRecord()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Heath Partnership");
        await LoadAsync(partnership);
        var school = await SchoolAsync(desk, partnership);
        var teacher = await desk.Store.Set<Person>().SingleAsync(one => one.Org == school && one.SourceId == "a1", Stop);
        await desk.Get<AppointPerson>().RunAsync(teacher.Id, Role.DesignatedSafeguardingLead, new DateOnly(2026, 9, 1), "Governors", desk.Deed(school), Stop);
        _export.WithUsers("a1,tobedeleted,s1,teacher,Ruth,Okoro,,,,", "p1,active,s1,student,Amelia,Thorne,,,07,");

        var report = await LoadAsync(partnership, leavers: 3);

        report.Ended.ShouldBe(3);
        report.Leavers.InWords().ShouldBe("1 of your 2 pupils, 1 of your 1 staff and 1 of your 1 parents and relatives");
        report.Notices.ShouldContain("A role ends because its holder leaves: Safeguarding lead (DSL). Give it to somebody else today.");
        await using var later = database.Open();
        (await later.Store.Set<Person>().SingleAsync(one => one.Id == teacher.Id, Stop)).EndedOn.ShouldBe(new DateOnly(2026, 11, 20));
        (await later.Get<IRoles>().HoldersAsync(school, [Role.DesignatedSafeguardingLead, Role.Teacher], new DateOnly(2026, 11, 20), Stop)).ShouldBeEmpty();
        (await later.Store.Set<JournalRow>().CountAsync(one => one.Act == nameof(RoleEnded) && one.RecordId == teacher.Id, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Load_ChangedNameAndRole_IsTakenOver()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Wold Partnership");
        await LoadAsync(partnership);
        var school = await SchoolAsync(desk, partnership);
        _export.WithUsers("a1,active,s1,aide,Ruth,Okoro-Bell,,,,");

        var report = await LoadAsync(partnership, leavers: 3);

        report.Staff.ShouldBe(new RosterCount(0, 1, 0));
        await using var later = database.Open();
        var holder = (await later.Get<IRoles>().HoldersAsync(school, [Role.Teacher, Role.SupportStaff], new DateOnly(2026, 11, 20), Stop)).ShouldHaveSingleItem();
        (holder.Name, holder.Role).ShouldBe(("Ruth Okoro-Bell", Role.SupportStaff));
    }

    [Fact]
    public async Task Load_OnePersonInTwoSchools_IsOneHumanBeing()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Vale Partnership");
        _export.With("orgs.csv", "sourcedId,name,type\ns1,Ashlea School,school\ns2,Birchlea School,school")
            .WithUsers("g1,active,\"s1,s2\",guardian,Marta,Thorne,,,,", "p1,active,s1,student,Amelia,Thorne,g1,,,", "p2,active,s2,student,Ben,Thorne,g1,,,");

        var report = await LoadAsync(partnership);

        report.Guardians.New.ShouldBe(2);
        report.Relations.New.ShouldBe(2);
        var schools = await desk.Get<IOrganisations>().WithDescendantsAsync([partnership], Stop);
        (await desk.Store.Set<Person>().Where(one => schools.Contains(one.Org) && one.SourceId == "g1").Select(one => one.IdentityId).Distinct().CountAsync(Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Load_IntoOneSchoolFromAFileOfTwo_NamesTheChoice()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        _export.With("orgs.csv", "sourcedId,name,type,identifier\ns1,Ashlea School,school,11\ns2,Birchlea School,school,12")
            .WithUsers("p1,active,s1,student,Amelia,Thorne,,,,", "p2,active,s2,student,Ben,Reed,,,,");

        var unnamed = await LoadAsync(school);
        var named = await LoadAsync(school, "ashlea school");

        unnamed.Refusal.ShouldBe("The export holds 2 schools, and Ashlea School is one. Say which is meant: Ashlea School, Birchlea School.");
        named.Refusal.ShouldBeNull();
        (named.Pupils.New, named.OutOfScope).ShouldBe((1, 1));
        (await desk.Store.Set<Person>().SingleAsync(one => one.Org == school, Stop)).Name.ShouldBe("Amelia Thorne");
    }

    [Fact]
    public async Task Load_IntoASchoolOfAnotherExport_IsRefused()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Cedarlea School");
        _export.With("orgs.csv", "sourcedId,name,type\ns1,Cedarlea School,school");
        (await LoadAsync(school)).Refusal.ShouldBeNull();
        _export.With("orgs.csv", "sourcedId,name,type\nx9,Elmlea School,school").WithUsers("p1,active,x9,student,Amelia,Thorne,,,,");

        var report = await LoadAsync(school);

        report.Refusal.ShouldBe("Cedarlea School was loaded from another export, in which it has another id. Elmlea School cannot be put into it.");
    }

    [Fact]
    public async Task Load_IdOfAnotherSchoolHere_IsRefusedRatherThanMixed()
    {
        await using var desk = database.Open();
        var trust = await desk.OrganisationAsync(OrganisationKind.Trust, "Moss Trust");
        _export.With("orgs.csv", "sourcedId,name,type\ns1,Ashlea School,school");
        await LoadAsync(trust);
        _export.With("orgs.csv", "sourcedId,name,type\ns1,Quite Another School,school");

        var report = await LoadAsync(trust);

        report.Refusal!.ShouldStartWith("The id of Quite Another School in the export is that of Ashlea School here.");
        (await desk.Store.Set<Person>().CountAsync(one => one.FamilyName == "Quite", Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Load_RefusedWhileSaving_LeavesNothingBehind()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Broken Partnership");
        var stop = new CancellationTokenSource();
        var progress = new StopAt("Saving", stop);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await using var work = database.Open();
            await work.Get<IRoster>().LoadAsync(new RosterRequest(_export.AsFolder(), partnership), progress, stop.Token);
        });

        (await desk.Get<IOrganisations>().WithDescendantsAsync([partnership], Stop)).ShouldBe([partnership]);
    }

    [Fact]
    public async Task Load_PasswordColumn_IsKeptNowhere()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Quiet Partnership");

        await LoadAsync(partnership);

        (await desk.Store.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from person p where p::text like '%secret%'").SingleAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Load_BehindTheWall_OtherOrganisationsSeeNothing()
    {
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Walled Partnership");
        await LoadAsync(partnership);
        var school = await SchoolAsync(desk, partnership);

        await using var inside = database.OpenFor(school);
        await using var outside = database.OpenFor(partnership);

        (await inside.Store.Set<Person>().CountAsync(Stop)).ShouldBe(4);
        (await outside.Store.Set<Person>().CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Load_ManyPeopleThatDeviate_TakesThemAllOnce()
    {
        await using var desk = database.Open();
        var trust = await desk.OrganisationAsync(OrganisationKind.Trust, "Large Trust");
        var users = Enumerable.Range(1, 2_000).Select(n => $"u{n},,\"t1,s1\",student,Given{n},Family{n % 97},,,{1 + (n % 13):00},").ToArray();
        _export.WithUsers(users)
            .With("manifest.csv", "propertyName,value\npropertyName,value\noneroster.version,1.1")
            .With("classes.csv", "title,sourcedId,classType,termSourcedId\n7 Ash,c1,homeroom,")
            .With("enrollments.csv", "role,userSourcedId,classSourcedId,courseSourcedId\n" + string.Join('\n', Enumerable.Range(1, 2_000).Select(n => $"student,u{n},c1,x")));

        var first = await LoadAsync(trust);
        var second = await LoadAsync(trust);

        first.Refusal.ShouldBeNull();
        first.Pupils.ShouldBe(new RosterCount(2_000, 0, 0));
        first.RefusedRows.ShouldBe(0);
        second.ChangedNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task Load_SixSchoolsBesideTheCheckout_TakesEverybodyAndNothingTwice()
    {
        // The rule itself is held by the test above; this adds the export of a real generator where it lies at hand.
        if (Checkout.SixSchools is not { } path) return;
        await using var desk = database.Open();
        var partnership = await desk.OrganisationAsync(OrganisationKind.Partnership, "Six Schools Partnership");

        var first = await LoadAsync(path, partnership);
        var second = await LoadAsync(path, partnership);

        first.Refusal.ShouldBeNull();
        (first.Organisations.New, first.Pupils.New, first.Staff.New, first.Classes, first.RefusedRows).ShouldBe((7, 5_203, 288, 1_932, 0L));
        first.Notices.ShouldContain("manifest.csv: line 2 repeats the header and was passed over.");
        first.Notices.ShouldContain("classes.csv: the column termSourcedId was read as termSourcedIds.");
        first.Notices.ShouldContain("enrollments.csv: the column courseSourcedId is not part of OneRoster 1.1 and was ignored.");
        second.ChangedNothing.ShouldBeTrue();
    }

    private Task<RosterReport> LoadAsync(Guid into, string? school = null, int? leavers = null) => LoadAsync(_export.AsFolder(), into, school, leavers);

    private async Task<RosterReport> LoadAsync(string path, Guid into, string? school = null, int? leavers = null)
    {
        await using var desk = database.Open();
        return await desk.Get<IRoster>().LoadAsync(new RosterRequest(path, into, school) { LeaversConfirmed = leavers }, null, Stop);
    }

    private static async Task<Guid> SchoolAsync(Desk desk, Guid top)
    {
        var organisations = desk.Get<IOrganisations>();
        var below = await organisations.WithDescendantsAsync([top], Stop);
        return (await organisations.AllAsync(Stop)).Single(one => below.Contains(one.Id) && one.Kind == OrganisationKind.School).Id;
    }

    private sealed class StopAt(string doing, CancellationTokenSource source) : IProgress<RosterProgress>
    {
        public void Report(RosterProgress value)
        {
            if (value.Doing == doing) source.Cancel();
        }
    }
}
