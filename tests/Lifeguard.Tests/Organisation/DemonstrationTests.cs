using Lifeguard.Duties.Contracts;
using Lifeguard.Organisation.Commands;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Tests.Organisation;

public sealed class DemonstrationTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("A-017")]
    public async Task Load_IntoAnEmptyDatabase_GivesATrustThatCanBeShown()
    {
        await LoadAsync();
        var again = await LoadAsync();

        await using var desk = database.Open();
        var organisations = (await desk.Get<IOrganisations>().AllAsync(Stop)).ToDictionary(one => one.Name);
        organisations.Count.ShouldBe(4);
        var (primary, secondary) = (organisations["Larkhollow Primary School"].Id, organisations["Tarrowby High School"].Id);
        (await CountAsync(desk, primary, PersonKind.Pupil)).ShouldBe(210);
        (await CountAsync(desk, secondary, PersonKind.Pupil)).ShouldBe(601, "one of them left years ago");
        foreach (var school in new[] { primary, secondary })
            (await desk.Get<IVacancies>().VacanciesAsync(school, Today, Stop)).ShouldBeEmpty();
        (await HoldersAsync(desk, secondary, Role.DeputySafeguardingLead)).Count.ShouldBe(2);
        (await HoldersAsync(desk, secondary, Role.PartnershipOfficer)).ShouldHaveSingleItem();
        var lado = (await desk.Get<IAgencies>().ForAsync(secondary, ["lado"], Stop)).ShouldHaveSingleItem();
        lado.Hours.ShouldBe("Mon-Thu 08:30-17:00; Fri 08:30-16:30");
        (await desk.Get<IOrganisationSettings>().ValueAsync(secondary, "duties.school-hours", Stop)).ShouldBe("Mon-Fri 08:00-17:00");
        again.Select(one => one.Key).ShouldBeUnique();
    }

    [Fact]
    [Requirement("B-009")]
    public async Task Load_ThePrimaryHead_IsItsSafeguardingLeadAndAParentElsewhere()
    {
        var people = (await LoadAsync()).ToDictionary(one => one.Key);
        await using var desk = database.Open();
        var head = people["primary-head"];

        var roles = await desk.Get<IRoles>().RolesOfAsync([head.IdentityId], Today, Stop);
        var rows = await desk.Get<IPeople>().RowsOfAsync([head.IdentityId], Stop);

        roles.Select(one => one.Role).ShouldBe([Role.Head, Role.DesignatedSafeguardingLead, Role.OnlineSafetyLead, Role.SupportStaff], ignoreOrder: true);
        rows.Select(one => one.Kind).ShouldBe([PersonKind.Staff, PersonKind.Parent], ignoreOrder: true);
        (await desk.Get<IPeople>().RelativesOfAsync([head.IdentityId], Stop)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Load_EveryAccount_HoldsTheRoleItIsNamedFor()
    {
        var people = (await LoadAsync()).ToDictionary(one => one.Key);
        await using var desk = database.Open();
        var expected = new Dictionary<string, Role>
        {
            ["teacher"] = Role.Teacher,
            ["dsl"] = Role.DesignatedSafeguardingLead,
            ["deputy-1"] = Role.DeputySafeguardingLead,
            ["deputy-2"] = Role.DeputySafeguardingLead,
            ["head"] = Role.Head,
            ["chair"] = Role.ChairOfGovernors,
            ["technician"] = Role.Technician,
            ["senco"] = Role.Senco,
            ["safeguarding-governor"] = Role.SafeguardingGovernor,
            ["trust-dsl"] = Role.TrustSafeguardingLead,
            ["governance-officer"] = Role.GovernanceOfficer,
            ["chief-executive"] = Role.ChiefExecutive,
            ["partnership-officer"] = Role.PartnershipOfficer,
            ["office"] = Role.OfficeStaff,
            ["administrator"] = Role.Administrator,
            ["data-protection"] = Role.DataProtectionLead,
        };

        foreach (var (key, role) in expected)
            (await desk.Get<IRoles>().RolesOfAsync([people[key].IdentityId], Today, Stop)).ShouldContain(one => one.Role == role, key);
    }

    [Fact]
    public async Task Load_HoursOfEveryAgency_CanBeReadByTheClock()
    {
        await LoadAsync();
        await using var desk = database.Open();
        foreach (var school in (await desk.Get<IOrganisations>().AllAsync(Stop)).Where(one => one.Kind == OrganisationKind.School))
        {
            var agencies = await desk.Get<IAgencies>().ForAsync(school.Id, [], Stop);

            agencies.ShouldNotBeEmpty();
            foreach (var agency in agencies)
                OpeningHours.TryParse(agency.Hours, out _, out var fault).ShouldBeTrue($"{agency.Name}: {fault}");
        }
    }

    [Fact]
    public async Task Terms_OpenOnes_DoNotOverlapAndHoldTheClosedOnes()
    {
        var terms = await LoadDemonstration.TermsAsync(Checkout.Demonstration, Stop);
        var open = terms.Where(term => !term.IsClosed).OrderBy(term => term.First).ToList();

        open.Count.ShouldBe(9);
        open.Zip(open.Skip(1)).ShouldAllBe(pair => pair.First.Last < pair.Second.First);
        terms.Where(term => term.IsClosed).ShouldAllBe(closed => open.Any(term => term.First < closed.First && closed.Last < term.Last));
    }

    [Fact]
    public async Task Load_IntoADatabaseWithARealSchool_IsRefused()
    {
        await using var other = new Elsewhere();
        await other.Database.InitializeAsync();
        await using (var desk = other.Database.Open()) await desk.OrganisationAsync(OrganisationKind.School, "A school of its own");

        var refused = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await using var desk = other.Database.Open();
            await desk.Get<LoadDemonstration>().RunAsync(Checkout.Demonstration, Stop);
        });

        refused.Message.ShouldContain("only loaded into an empty one");
    }

    private async Task<IReadOnlyList<DemonstrationPerson>> LoadAsync()
    {
        await using var desk = database.Open();
        return await desk.Get<LoadDemonstration>().RunAsync(Checkout.Demonstration, Stop);
    }

    private static Task<int> CountAsync(Desk desk, Guid org, PersonKind kind) =>
        desk.Store.Set<Person>().CountAsync(one => one.Org == org && one.Kind == kind, Stop);

    private static Task<IReadOnlyList<RoleHolder>> HoldersAsync(Desk desk, Guid org, Role role) =>
        desk.Get<IRoles>().HoldersAsync(org, [role], Today, Stop);

    private sealed class Elsewhere : IAsyncDisposable
    {
        public OrganisationDatabase Database { get; } = new();

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
