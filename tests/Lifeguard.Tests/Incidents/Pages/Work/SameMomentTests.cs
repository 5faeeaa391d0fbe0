using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Actions;
using Lifeguard.Incidents.Pages.Incidents.AskTechnician;
using Lifeguard.Incidents.Pages.Incidents.Close;
using Lifeguard.Incidents.Pages.Incidents.Notes;
using Lifeguard.Incidents.Pages.Incidents.Referrals;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.Incidents.Pages.Work;

/// <summary>
/// Two people, two stores, one moment: one closes a record because nothing is open, the other sets something going on it.
/// Both are let run up to their last write, which waits for the journal, and are then let go together.
/// </summary>
public sealed class SameMomentTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("action")]
    [InlineData("technical task")]
    [InlineData("referral")]
    public async Task SetGoingFirst_KeepsTheRecordOpen(string what)
    {
        var scene = await SceneAsync();

        var (set, closed) = await TogetherAsync(() => SetGoingAsync(scene, what), () => CloseAsync(scene));

        set.Refusals.ShouldBeEmpty();
        closed.Refusals.ShouldHaveSingleItem().ShouldBe(what switch { "action" => Refusals.ActionsOpen, "referral" => Refusals.ReferralOutcomeMissing, _ => Refusals.TechnicalTasksOpen });
        (await scene.AgainAsync()).IsClosed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("action")]
    [InlineData("technical task")]
    [InlineData("referral")]
    [InlineData("note")]
    public async Task ClosedFirst_NothingMoreIsSetGoing(string what)
    {
        var scene = await SceneAsync();

        var (closed, set) = await TogetherAsync(() => CloseAsync(scene), () => SetGoingAsync(scene, what));

        closed.Refusals.ShouldBeEmpty();
        set.Refusals.ShouldBe([Refusals.AlreadyClosed]);
        (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).ShouldBeEmpty();
        (await scene.RowsAsync<TechnicalTask>(one => one.IncidentId == scene.Record.Id)).ShouldBeEmpty();
        (await scene.RowsAsync<Referral>(one => one.IncidentId == scene.Record.Id)).ShouldBeEmpty();
        (await scene.RowsAsync<Entry>(one => one.IncidentId == scene.Record.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoActionsInOneMoment_AreBothSet()
    {
        var scene = await SceneAsync();

        var (one, other) = await TogetherAsync(() => SetGoingAsync(scene, "action"), () => SetGoingAsync(scene, "action"));

        one.Refusals.ShouldBeEmpty();
        other.Refusals.ShouldBeEmpty();
        (await scene.RowsAsync<ActionItem>(action => action.IncidentId == scene.Record.Id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Page_OfARecordClosedMeanwhile_SaysSoAndKeepsTheWords()
    {
        var scene = await SceneAsync();
        var page = await scene.OpenAsync("actions/new");
        await scene.CloseDirectlyAsync();

        var after = await page.SubmitAsync(form => form.Set("What", "Ring the counsellor").Set("Owner", scene.Desk.Cast["dsl"].IdentityId.ToString()));

        after.Errors.ShouldBe(["This record is closed. Reopen it to change it."]);
        after.Document.QuerySelector("textarea[name=What]")!.TextContent.Trim().ShouldBe("Ring the counsellor");
    }

    private async Task<WorkScene> SceneAsync()
    {
        var desk = await DeskScene.SetAsync(world);
        return await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
    }

    private async Task<Outcome> CloseAsync(WorkScene scene)
    {
        var seen = new Seen((await scene.AgainAsync()).Version, world.Clock.GetUtcNow());
        return await DoAsync<CloseIncident>(scene, "dsl", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, seen, "not-what-it-seemed", "A false alarm", "", CancellationToken.None));
    }

    private Task<Outcome> SetGoingAsync(WorkScene scene, string what) => what switch
    {
        "action" => DoAsync<SetAction>(scene, "deputy1", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, new ActionAnswers("Ring the counsellor", viewer.IdentityId, new DateOnly(2026, 11, 24)), CancellationToken.None)),
        "technical task" => DoAsync<AskTechnician>(scene, "deputy1", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, new TaskAnswers("block-address", "https://harm.example.test", null, false), CancellationToken.None)),
        "referral" => DoAsync<RecordReferral>(scene, "deputy1", (act, viewer) => act.RunAsync(
            viewer, scene.Record.Reference, new ReferralAnswers { What = ReferralKind.Referral, Agency = "social-care", AgencyName = "Social care", At = world.Clock.GetUtcNow(), Reasons = "A child may be harmed", AskAgainOn = new DateOnly(2026, 11, 24) }, CancellationToken.None)),
        _ => DoAsync<AddNote>(scene, "deputy1", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, "She is safe", world.Clock.GetUtcNow(), CancellationToken.None)),
    };

    private async Task<Outcome> DoAsync<T>(WorkScene scene, string part, Func<T, Viewer, Task<Outcome>> act) where T : notnull
    {
        var viewer = await world.ViewerAsync(scene.Desk.Cast[part]);
        return await world.DoAsync(services => act(services.GetRequiredService<T>(), viewer), viewer);
    }

    private async Task<(Outcome First, Outcome Second)> TogetherAsync(Func<Task<Outcome>> first, Func<Task<Outcome>> second)
    {
        await using var gate = new NpgsqlConnection(world.Database.Owner + ";Pooling=false");
        await gate.OpenAsync();
        await using var shut = await gate.BeginTransactionAsync();
        await ExecuteAsync("lock table journal in share mode");
        var one = Task.Run(first);
        await WaitingAsync(1, one);
        var other = Task.Run(second);
        await WaitingAsync(2, other);
        await shut.RollbackAsync();
        return (await one, await other);

        // Whoever is refused before their last write never waits for the journal, and would be waited for without end.
        async Task WaitingAsync(int wanted, Task<Outcome> last)
        {
            const string InThisDatabase = "pid in (select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))";
            while (await ExecuteAsync($"select count(distinct pid) from pg_locks where not granted and {InThisDatabase}") < wanted)
            {
                if (last.IsCompleted) throw new InvalidOperationException($"Refused before it wrote: {string.Join(" ", (await last).Refusals.Select(one => one.Sentence))}");
                await Task.Delay(20);
            }
        }

        async Task<long> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, gate, shut);
            return await command.ExecuteScalarAsync() is long count ? count : 0;
        }
    }
}
