using System.Net;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.Walls;

/// <summary>What is kept in memory is never older than the click: whoever changed it, by whatever means.</summary>
public sealed class AlmanacTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task RoleEndedByAnotherCopyOfTheSite_IsGoneAtTheNextClick()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rowan Tindall", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var browser = await world.SignedInAsync(lead);
        (await browser.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.OK);

        await ElsewhereAsync(school, $"update appointment set until = '2026-11-16' where person_id = '{lead.PersonId}'");

        (await browser.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RoleThatEndsWithTheDay_IsGoneTheNextDay()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rowan Tindall", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        await ElsewhereAsync(school, $"update appointment set until = '{world.Clock.GetUtcNow():yyyy-MM-dd}' where person_id = '{lead.PersonId}'");
        (await (await world.SignedInAsync(lead)).GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.OK);

        world.Clock.Pass(TimeSpan.FromDays(1));

        (await (await world.SignedInAsync(lead)).GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task NameOfTheSchool_ChangedByHand_StandsOnTheNextPage()
    {
        var school = await world.SchoolAsync();
        var browser = await world.SignedInAsync(await world.PersonAsync(school, "Rowan Tindall", PersonKind.Staff, Role.Teacher));
        (await browser.GetAsync("/home")).Html.ShouldContain("Tarrowby High School");

        await ElsewhereAsync(school, $"update organisation set name = 'Larkhollow Academy' where id = '{school}'");

        (await browser.GetAsync("/home")).Html.ShouldContain("Larkhollow Academy");
    }

    [Fact]
    public async Task ChangeThatIsTakenBack_LeavesTheEditionAlone()
    {
        var school = await world.SchoolAsync();
        var before = await MarkAsync();

        await ElsewhereAsync(school, $"begin; update organisation set name = 'x' where id = '{school}'; rollback");
        (await MarkAsync()).ShouldBe(before);

        await ElsewhereAsync(school, $"update organisation set name = name where id = '{school}'");
        (await MarkAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task KeptConnection_FollowsTheScope_AlsoAfterATransactionThatFailed() => await world.DoAsync(async services =>
    {
        var (ours, theirs) = (await world.SchoolAsync(), await world.SchoolAsync(name: "Larkhollow Primary School"));
        await world.PersonAsync(ours, "Rowan Tindall", PersonKind.Pupil);
        await world.PersonAsync(theirs, "Ash Pell", PersonKind.Pupil);
        var (store, scope) = (services.GetRequiredService<Store>(), services.GetRequiredService<OrganisationScope>());
        Task<List<Guid>> SeenAsync() => store.Database.SqlQuery<Guid>($"select org as \"Value\" from person where org in ({ours}, {theirs})").ToListAsync();
        await store.Database.OpenConnectionAsync();

        scope.For([ours]);
        (await SeenAsync()).ShouldBe([ours]);
        scope.For([theirs]);
        (await SeenAsync()).ShouldBe([theirs]);
        await using (await store.Database.BeginTransactionAsync())
        {
            scope.For([ours]);
            (await SeenAsync()).ShouldBe([ours]);
            await Should.ThrowAsync<PostgresException>(() => store.Database.ExecuteSqlRawAsync("select 1 / 0"));
        }

        (await SeenAsync()).ShouldBe([ours]);
        scope.For([]);
        (await SeenAsync()).ShouldBeEmpty();
    });

    [Fact]
    public async Task OrganisationMadeMeanwhile_IsOpenToWorkOnEverything() => await world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        await store.Database.OpenConnectionAsync();
        await store.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from person").SingleAsync();

        var school = await world.SchoolAsync();
        await world.PersonAsync(school, "Rowan Tindall", PersonKind.Pupil);

        (await store.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from person where org = {school}").SingleAsync()).ShouldBe(1);
    });

    // As another copy of the site, or somebody at the database, would do it.
    private async Task ElsewhereAsync(Guid org, string sql)
    {
        await using var connection = new NpgsqlConnection(world.Database.App + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select set_config('lg.orgs', '{{{org}}}', false); {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Guid> MarkAsync()
    {
        await using var source = NpgsqlDataSource.Create(world.Database.App);
        await using var command = source.CreateCommand("select mark from almanac_edition");
        return (Guid)(await command.ExecuteScalarAsync())!;
    }
}
