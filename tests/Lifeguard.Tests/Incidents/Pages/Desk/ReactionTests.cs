using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

public sealed class ReactionTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task RoleGiven_ToTheTeacherNamed_LiftsTheRecordOverTheirDesk()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);
        record.Desks.ShouldBe(["Head"]);

        await world.AppointAsync(scene.Cast["teacher2"], Role.Governor);

        (await scene.AgainAsync(record)).Desks.ShouldBe(["Chair"]);
        (await NewsAsync<AudienceDecided>(record)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task RoleEnded_OfTheOnlyHolder_PassesTheRecordOn()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);
        var head = scene.Cast["head"];

        await world.DoAsync(async services => (await services.GetRequiredService<EndAppointment>().RunAsync(
            head.PersonId, Role.Head, DateOnly.FromDateTime(world.Clock.GetUtcNow().Date).AddDays(-1), Deed.OfSystem(head.Org, "Test", world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

        (await scene.AgainAsync(record)).Desks.ShouldBe(["Chair"]);
        (await (await scene.AsAsync("chair")).GetAsync("/desk")).Text.ShouldContain(record.Reference.Short);
    }

    [Fact]
    public async Task RoleGivenAhead_IsLookedAtOnItsFirstDay_AndOnce()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);
        var (named, now) = (scene.Cast["teacher2"], world.Clock.GetUtcNow());
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            var given = now.AddDays(-10);
            store.Add(new Appointment { Id = Guid.CreateVersion7(given), Org = named.Org, PersonId = named.PersonId, Role = Role.Governor, From = UkTime.DateOf(now) });
            await store.CommitAsync(Deed.OfSystem(named.Org, "Test", given), new OrganisationAdded(new RecordRef("organisation", named.Org), OrganisationKind.School, null), CancellationToken.None);
        });
        (await scene.AgainAsync(record)).Desks.ShouldBe(["Head"]);

        await world.DoAsync(services => services.GetRequiredService<ITurnOfTheDay>().RunAsync(CancellationToken.None));
        var second = await world.DoAsync(services => services.GetRequiredService<ITurnOfTheDay>().RunAsync(CancellationToken.None));

        (await scene.AgainAsync(record)).Desks.ShouldBe(["Chair"]);
        second.ShouldBe(0);
    }

    [Fact]
    public async Task RoleThatLapsedYesterday_PassesTheRecordOn()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);
        var (head, now) = (scene.Cast["head"], world.Clock.GetUtcNow());
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            var held = await store.Set<Appointment>().SingleAsync(one => one.PersonId == head.PersonId && one.Role == Role.Head);
            held.EndAfter(UkTime.DateOf(now).AddDays(-1)).IsDone.ShouldBeTrue();
            await store.CommitAsync(Deed.OfSystem(head.Org, "Test", now.AddDays(-5)), new OrganisationAdded(new RecordRef("organisation", head.Org), OrganisationKind.School, null), CancellationToken.None);
        });
        (await scene.AgainAsync(record)).Desks.ShouldBe(["Head"]);

        await world.DoAsync(services => services.GetRequiredService<ITurnOfTheDay>().RunAsync(CancellationToken.None));

        (await scene.AgainAsync(record)).Desks.ShouldBe(["Chair"]);
    }

    [Fact]
    public async Task PeopleRelated_HandlerAndTheAdultNamed_KeepsTheHandlerFromIt()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);

        await world.RelateAsync(scene.Cast["teacher2"], scene.Cast["head"], RelationKind.RelativeOf);

        var again = await scene.AgainAsync(record);
        again.Barred.ShouldContain(scene.Cast["head"].IdentityId);
        again.Desks.ShouldBe(["Chair"]);
    }

    [Fact]
    public async Task PeopleRelated_TellsTheNewDesk_AndWithdrawsTheOldLetter()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);

        await world.RelateAsync(scene.Cast["teacher2"], scene.Cast["head"], RelationKind.RelativeOf);
        await world.SendLettersAsync();

        var letters = await world.DoAsync(services => services.GetRequiredService<Store>().Set<OutboxLetter>().Where(one => one.RecordId == record.Id).ToListAsync());
        letters.Single(one => one.ToIdentity == scene.Cast["head"].IdentityId).WithdrawnAt.ShouldNotBeNull();
        letters.Single(one => one.ToIdentity == scene.Cast["chair"].IdentityId).SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task IdentitiesLinked_KeepsTheOneHumanFromTheRecordUnderBoth_ClosedOnesToo()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);
        await scene.TakeOnAsync(record, "head");
        await scene.ChangeAsync(record, (_, incident) => incident.Join(scene.Cast["senco"].IdentityId).IsDone.ShouldBeTrue());
        (await SeesAsync(scene, "senco", record)).ShouldBeTrue();

        await world.DoAsync(async services => (await services.GetRequiredService<LinkIdentities>().RunAsync(
            scene.Cast["senco"].PersonId, scene.Cast["teacher2"].PersonId, Deed.OfSystem(scene.Cast.School, "Test", world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

        var again = await scene.AgainAsync(record);
        again.Barred.ShouldContain(scene.Cast["senco"].IdentityId);
        again.Barred.ShouldNotContain(scene.Cast["teacher2"].IdentityId);
        again.Joined.ShouldBeEmpty();
        (await SeesAsync(scene, "senco", record)).ShouldBeFalse();
    }

    [Fact]
    public async Task RoleGiven_BySomebodyWhoSeesTheSchoolAlone_StillFindsTheTrustsOfficer()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);
        var someone = scene.Cast["teacher2"];
        var narrow = await world.ViewerAsync(scene.Cast["administrator"]);

        await world.DoAsync(async services =>
        {
            services.GetRequiredService<Lifeguard.Storage.Walls.OrganisationScope>().For([scene.Cast.School]);
            (await services.GetRequiredService<AppointPerson>().RunAsync(someone.PersonId, Role.Head, DateOnly.FromDateTime(world.Clock.GetUtcNow().Date), null, narrow.Deed(scene.Cast.School, world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue();
            (await services.GetRequiredService<AppointPerson>().RunAsync(someone.PersonId, Role.ChairOfGovernors, DateOnly.FromDateTime(world.Clock.GetUtcNow().Date), null, narrow.Deed(scene.Cast.School, world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue();
            // After the commit the wall stands where it stood.
            (await services.GetRequiredService<IPeople>().RowsOfAsync([scene.Cast["governance"].IdentityId], CancellationToken.None)).ShouldBeEmpty();
        });

        (await scene.AgainAsync(record)).Desks.ShouldBe(["Governance"]);
    }

    [Fact]
    [Requirement("B-202")]
    public async Task UrgentConcern_UnopenedForFifteenMinutes_WakesTheDeputiesThenTheHead()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(urgent: true, people: scene.Pupil());

        world.Clock.PassMinutes(16);
        await RunDutiesAsync();
        var afterDeputies = (await scene.AgainAsync(record)).Desks;
        world.Clock.PassMinutes(15);
        await RunDutiesAsync();

        afterDeputies.ShouldBe(["SafeguardingTeam"]);
        (await scene.AgainAsync(record)).Desks.ShouldBe(["SafeguardingTeam", "Head"]);
        (await NewsAsync<UnopenedRaised>(record)).ShouldHaveSingleItem();
        (await (await scene.AsAsync("head")).GetAsync("/home")).Text.ShouldContain("An urgent concern that nobody has opened");
    }

    [Fact]
    public async Task Allegation_UnopenedForAnHour_GoesToAnAlternate()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("teacher2")]);

        world.Clock.PassMinutes(61);
        await RunDutiesAsync();

        (await scene.AgainAsync(record)).Desks.ShouldBe(["Head", "Chair"]);
    }

    [Fact]
    public async Task Concern_Opened_IsNotPassedOn()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(urgent: true, people: scene.Pupil());
        await scene.ChangeAsync(record, (_, incident) => incident.Open(world.Clock.GetUtcNow()), new ConcernOpened(record.Ref));

        world.Clock.PassMinutes(120);
        await RunDutiesAsync();

        (await scene.AgainAsync(record)).Desks.ShouldBe(["SafeguardingTeam"]);
        (await NewsAsync<DutySettled>(record)).ShouldHaveSingleItem();
        (await NewsAsync<DutyOverdue>(record)).ShouldBeEmpty();
    }

    private async Task<bool> SeesAsync(DeskScene scene, string part, Incident record)
    {
        var viewer = await world.ViewerAsync(scene.Cast[part]);
        return await world.DoAsync(services => services.GetRequiredService<Store>().IncidentsFor(viewer).AnyAsync(one => one.Id == record.Id), viewer);
    }

    private Task<int> RunDutiesAsync() => world.DoAsync(services => services.GetRequiredService<IDuties>().RunDueAsync(CancellationToken.None));

    private Task<List<JournalRow>> NewsAsync<T>(Incident record) => world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().AsNoTracking()
        .Where(row => row.RecordId == record.Id && row.Act == typeof(T).Name).ToListAsync());
}
