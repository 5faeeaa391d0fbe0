using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Tests.Organisation.Storage;

public sealed class RolesTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("A-013")]
    public async Task Holders_OfATrustRole_AreFoundAboveTheSchool()
    {
        await using var desk = database.Open();
        var trust = await desk.OrganisationAsync(OrganisationKind.Trust, "Moor Trust");
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School", trust);
        await AppointAsync(desk, trust, "Josie", Role.TrustSafeguardingLead);
        await AppointAsync(desk, school, "Nas", Role.DesignatedSafeguardingLead);
        await AppointAsync(desk, trust, "Vera", Role.ChairOfGovernors);

        var holders = await desk.Get<IRoles>().HoldersAsync(
            school, [Role.TrustSafeguardingLead, Role.DesignatedSafeguardingLead, Role.ChairOfGovernors], Today, Stop);

        holders.Select(one => (one.Name, one.Org)).ShouldBe([("Nas Doe", school), ("Josie Doe", trust)]);
    }

    [Fact]
    [Requirement("B-003")]
    public async Task Holders_OnADay_AreThoseOfThatDay()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        var first = await AppointAsync(desk, school, "First", Role.Head, new DateOnly(2020, 9, 1));
        (await desk.Get<EndAppointment>().RunAsync(first, Role.Head, new DateOnly(2024, 8, 31), desk.Deed(school), Stop)).IsDone.ShouldBeTrue();
        await AppointAsync(desk, school, "Second", Role.Head, new DateOnly(2024, 9, 1));

        (await HeadAsync(new DateOnly(2024, 8, 31))).ShouldBe("First Doe");
        (await HeadAsync(new DateOnly(2024, 9, 1))).ShouldBe("Second Doe");

        async Task<string> HeadAsync(DateOnly on) => (await desk.Get<IRoles>().HoldersAsync(school, [Role.Head], on, Stop)).ShouldHaveSingleItem().Name;
    }

    [Fact]
    public async Task RolesOf_OneHumanBeing_AreThoseOfAllTheirRows()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        var other = await desk.OrganisationAsync(OrganisationKind.School, "Birchlea School");
        var here = await AppointAsync(desk, school, "Ann", Role.Teacher);
        var there = await AppointAsync(desk, other, "Ann", Role.ChairOfGovernors, kind: PersonKind.Governor);
        await desk.Get<LinkIdentities>().RunAsync(here, there, desk.Deed(school), Stop);
        var identity = (await desk.Get<IPeople>().CardsAsync([here], Stop))[here].IdentityId;

        var roles = await desk.Get<IRoles>().RolesOfAsync([identity], Today, Stop);

        roles.Select(one => (one.Org, one.Role)).ShouldBe([(school, Role.Teacher), (other, Role.ChairOfGovernors)], ignoreOrder: true);
    }

    [Fact]
    [Requirement("A-006")]
    public async Task Vacancies_OfASchool_AreTheSeatsNobodyHolds()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        await AppointAsync(desk, school, "Ann", Role.ActingHead);

        var vacant = await desk.Get<IVacancies>().VacanciesAsync(school, Today, Stop);

        vacant.ShouldBe([Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.ChairOfGovernors, Role.SafeguardingGovernor, Role.Technician]);
    }

    [Theory]
    [InlineData(OrganisationKind.School, PersonKind.Pupil, Role.Volunteer, "pupil-holds-no-role")]
    [InlineData(OrganisationKind.School, PersonKind.Parent, Role.Teacher, "parent-needs-staff-record")]
    [InlineData(OrganisationKind.School, PersonKind.Staff, Role.ChiefExecutive, "role-of-another-level")]
    [InlineData(OrganisationKind.Trust, PersonKind.Staff, Role.DesignatedSafeguardingLead, "role-of-another-level")]
    [InlineData(OrganisationKind.Trust, PersonKind.Staff, Role.PartnershipOfficer, "role-of-another-level")]
    public async Task Appoint_WhereItDoesNotFit_IsRefused(OrganisationKind level, PersonKind kind, Role role, string code)
    {
        await using var desk = database.Open();
        var place = await desk.OrganisationAsync(level, "Place");
        var person = await desk.PersonAsync(place, kind, "Ann", "Doe");

        var outcome = await desk.Get<AppointPerson>().RunAsync(person, role, Today, null, desk.Deed(place), Stop);

        outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await desk.Get<IRoles>().HoldersAsync(place, [role], Today, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Appoint_Twice_IsRefused()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        var person = await AppointAsync(desk, school, "Ann", Role.Senco);

        var outcome = await desk.Get<AppointPerson>().RunAsync(person, Role.Senco, Today, null, desk.Deed(school), Stop);

        outcome.Refusals.ShouldBe([Refusals.HoldsItAlready]);
    }

    [Fact]
    public async Task ByReportCode_HoweverItIsTyped_FindsTheSchool()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        var organisations = desk.Get<IOrganisations>();
        var code = (await organisations.GetAsync(school, Stop))!.ReportCode;

        var found = await organisations.ByReportCodeAsync($" {code[..4].ToLowerInvariant()}-{code[4..]}", Stop);

        found!.Id.ShouldBe(school);
        (await organisations.ByReportCodeAsync("", Stop)).ShouldBeNull();
    }

    private static async Task<Guid> AppointAsync(
        Desk desk, Guid org, string given, Role role, DateOnly? from = null, PersonKind kind = PersonKind.Staff)
    {
        var person = await desk.PersonAsync(org, kind, given, "Doe");
        var outcome = await desk.Get<AppointPerson>().RunAsync(person, role, from ?? new DateOnly(2026, 9, 1), "Governors", desk.Deed(org), Stop);
        outcome.IsDone.ShouldBeTrue();
        return person;
    }
}
