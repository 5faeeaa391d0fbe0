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

        var (set, closed) = await SameMoment.OfAsync(world, () => SetGoingAsync(scene, what), () => CloseAsync(scene));

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

        var (closed, set) = await SameMoment.OfAsync(world, () => CloseAsync(scene), () => SetGoingAsync(scene, what));

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

        var (one, other) = await SameMoment.OfAsync(world, () => SetGoingAsync(scene, "action"), () => SetGoingAsync(scene, "action"));

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
}
