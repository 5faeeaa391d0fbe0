using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Actions;
using Lifeguard.Incidents.Pages.Incidents.Close;
using Lifeguard.Incidents.Pages.Incidents.Parents;
using Lifeguard.Incidents.Pages.Incidents.People;
using Lifeguard.Incidents.Pages.Incidents.Readers;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Supporting;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Work;

/// <summary>What is to be done, or looked at again, by a day waits for somebody as a duty, and goes on when the day has passed.</summary>
public sealed class DatesTests(World world) : IClassFixture<World>
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Fact]
    public async Task Action_IsADutyOfItsOwner_UntilItIsDone()
    {
        var scene = await SceneAsync();
        await SetAsync(scene, "deputy1");
        var waiting = (await DueAsync(scene, "deputy1")).ShouldHaveSingleItem();

        var id = (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).Single().Id;
        await DoAsync<FinishAction>(scene, "deputy1", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, id, "She came", CancellationToken.None));

        waiting.Record.ShouldBe(scene.Record.Ref);
        UkTime.DateOf(waiting.DueAt).ShouldBe(Tuesday);
        waiting.Asks.ShouldNotContain("Ring");
        (await DueAsync(scene, "dsl")).ShouldBeEmpty();
        (await DueAsync(scene, "deputy1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_Closed_AsksNobodyAnyMore()
    {
        var scene = await SceneAsync();
        await WaitWithParentsAsync(scene, Tuesday);
        (await DueAsync(scene, "dsl")).ShouldHaveSingleItem();

        var seen = new Seen((await scene.AgainAsync()).Version, world.Clock.GetUtcNow());
        await DoAsync<CloseIncident>(scene, "dsl", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, seen, "not-what-it-seemed", "A false alarm", "", CancellationToken.None));

        (await DueAsync(scene, "dsl")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ActionPastItsDay_IsToldToOwnerAndHandler_ThenToTheDesk()
    {
        var scene = await SceneAsync();
        await SetAsync(scene, "deputy1");
        var before = (Owner: await LettersAsync(scene, "deputy1"), Handler: await LettersAsync(scene, "dsl"), Desk: await LettersAsync(scene, "deputy2"));

        world.Clock.JumpTo(At(2026, 11, 25, 8, 59));
        await RunDutiesAsync();
        (await LettersAsync(scene, "dsl")).ShouldBe(before.Handler);
        world.Clock.JumpTo(At(2026, 11, 25, 9, 0));
        await RunDutiesAsync();

        (await LettersAsync(scene, "deputy1")).ShouldBe(before.Owner + 1);
        (await LettersAsync(scene, "dsl")).ShouldBe(before.Handler + 1);
        (await LettersAsync(scene, "deputy2")).ShouldBe(before.Desk);
        (await HomeAsync(scene, "dsl")).ShouldContain("An action that somebody else has not finished was due on 24 November 2026");
        (await HomeAsync(scene, "deputy1")).ShouldContain("An action of yours was due on 24 November 2026");
        (await HomeAsync(scene, "deputy1")).ShouldNotContain("somebody else has not finished");
        (await (await scene.Desk.AsAsync("dsl")).GetAsync("/desk?group=overdue")).Text.ShouldContain(scene.Record.Reference.Short);

        world.Clock.JumpTo(At(2026, 11, 26, 9, 0));
        await RunDutiesAsync();
        (await DueAsync(scene, "deputy2")).ShouldHaveSingleItem().IsOverdue.ShouldBeTrue();
        (await LettersAsync(scene, "deputy2")).ShouldBe(before.Desk + 1);
    }

    [Fact]
    public async Task ParentsToBeLookedAtAgain_WaitForTheHandler_AndMoveWithEachDecision()
    {
        var scene = await SceneAsync();
        await WaitWithParentsAsync(scene, Tuesday);
        var first = (await DueAsync(scene, "dsl")).ShouldHaveSingleItem();
        await WaitWithParentsAsync(scene, Tuesday.AddDays(2));
        var second = (await DueAsync(scene, "dsl")).ShouldHaveSingleItem();

        world.Clock.JumpTo(At(2026, 11, 26, 10, 0));
        var onTheDay = await HomeAsync(scene, "dsl");
        var record = (await (await scene.Desk.AsAsync("dsl")).GetAsync($"/incidents/{scene.Record.Reference}")).Text;
        await TellParentsAsync(scene);

        UkTime.DateOf(first.DueAt).ShouldBe(Tuesday);
        UkTime.DateOf(second.DueAt).ShouldBe(Tuesday.AddDays(2));
        onTheDay.ShouldContain("Something is to be looked at again today");
        record.ShouldContain("Look again at what parents are told. Due Thursday 26 November 2026");
        (await DueAsync(scene, "dsl")).ShouldBeEmpty();
    }

    [Fact]
    public async Task SupportToBeReviewed_Waits_AndEndsWhenThePersonIsTakenOff()
    {
        var scene = await SceneAsync();
        var child = await scene.InvolvementAsync("child");
        await SupportAsync(scene, child, Tuesday);
        (await DueAsync(scene, "dsl")).ShouldHaveSingleItem().Asks.ShouldBe("Look again at support");
        await SupportAsync(scene, child, Tuesday.AddDays(7));
        UkTime.DateOf((await DueAsync(scene, "dsl")).ShouldHaveSingleItem().DueAt).ShouldBe(Tuesday.AddDays(7));

        await DoAsync<TakeOffPerson>(scene, "dsl", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, child, "Named by mistake", CancellationToken.None));

        (await DueAsync(scene, "dsl")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReferralWithoutAnAnswer_IsAskedAgain_OnTheNextWorkingDay_OrOnALaterOneWithAReason()
    {
        var scene = await SceneAsync();
        var page = await scene.OpenAsync("referrals/new");
        await page.SubmitAsync(form => form.Set("What", "Referral").Set("Agency", "social-care").Set("Reasons", "Likely harm").Set("HeadConsulted", "true").Set("SpokenTime", "10:05"));
        var first = (await DueAsync(scene, "dsl")).ShouldHaveSingleItem();
        world.Clock.JumpTo(At(2026, 11, 18, 9, 0));
        var home = await HomeAsync(scene, "dsl");
        var answer = $"referrals/{(await scene.RowsAsync<Referral>(one => one.IncidentId == scene.Record.Id)).Single().Id:N}/answer";

        var without = await (await (await scene.Desk.AsAsync("dsl")).GetAsync($"/incidents/{scene.Record.Reference}/{answer}")).SubmitAsync(form => form.Set("Result", "waiting"));
        await without.SubmitAsync(form => form.Set("Result", "waiting").Set("Said", "Rang at nine, they ring back on Friday").Set("AskAgainOn.Day", "20"));
        var moved = (await DueAsync(scene, "dsl")).ShouldHaveSingleItem();
        world.Clock.JumpTo(At(2026, 11, 23, 12, 0));
        await RunDutiesAsync();
        var late = await HomeAsync(scene, "dsl");
        var desk = (await (await scene.Desk.AsAsync("dsl")).GetAsync("/desk?group=overdue")).Text;
        var record = await (await scene.Desk.AsAsync("dsl")).GetAsync($"/incidents/{scene.Record.Reference}");
        await (await record.FollowAsync("Record the answer")).SubmitAsync(form => form.Set("Result", "accepted").Set("Said", "A visit tomorrow"));

        (first.Asks, UkTime.DateOf(first.DueAt)).ShouldBe(("Ask the agency again", new DateOnly(2026, 11, 18)));
        home.ShouldContain("An agency has not answered: ask again today");
        without.Errors.ShouldBe(["Say why it can wait, and whom you asked"]);
        UkTime.DateOf(moved.DueAt).ShouldBe(new DateOnly(2026, 11, 20));
        late.ShouldContain("An agency that has not answered was to be asked again on 20 November 2026");
        desk.ShouldContain(scene.Record.Reference.Short);
        record.Text.ShouldContain("Rang at nine, they ring back on Friday");
        record.Text.ShouldContain("Ask again on 20 November 2026");
        (await DueAsync(scene, "dsl")).ShouldBeEmpty();
        record.Text.ShouldContain("has not answered yet.");
    }

    [Fact]
    public async Task AdviceGivenAtOnce_AndTheDecisionNotToRefer_LeaveNothingToAskAgain()
    {
        var scene = await SceneAsync();

        await (await scene.OpenAsync("referrals/new")).SubmitAsync(form => form.Set("What", "Advice").Set("Agency", "social-care").Set("Advice", "Below the threshold").Set("Reasons", "To be sure").Set("HeadConsulted", "true").Set("SpokenTime", "10:05"));
        await (await scene.OpenAsync("referrals/new")).SubmitAsync(form => form.Set("What", "NoReferral").Set("Reasons", "As they advised").Set("HeadConsulted", "true").Set("SpokenTime", "10:15"));

        (await DueAsync(scene, "dsl")).ShouldBeEmpty();
        (await scene.RowsAsync<Referral>(one => one.IncidentId == scene.Record.Id)).ShouldAllBe(one => one.AskAgainOn == null);
    }

    [Fact]
    public async Task Review_OfARecordHandedOver_WaitsForTheNewHandler()
    {
        var scene = await SceneAsync();
        await WaitWithParentsAsync(scene, Tuesday);
        (await DueAsync(scene, "deputy2")).ShouldBeEmpty();

        var seen = new Seen((await scene.AgainAsync()).Version, world.Clock.GetUtcNow());
        await DoAsync<HandOverRecord>(scene, "dsl", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, scene.Desk.Cast["deputy2"].IdentityId, false, seen, CancellationToken.None));

        (await DueAsync(scene, "deputy2")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task WhatWasGivenToSomebodyNamedLater_IsGoneFromThem_AndWaitsForWhoAnswersNow()
    {
        var scene = await SceneAsync();
        await SetAsync(scene, "deputy1");
        world.Clock.JumpTo(At(2026, 11, 24, 10, 0));
        (await HomeAsync(scene, "deputy1")).ShouldContain("An action of yours is due today");

        await new Visibility.Situation(world, scene.Desk.Cast).NameLaterAsync(scene.Record.Id, ["deputy1"]);
        world.Clock.JumpTo(At(2026, 11, 25, 10, 0));
        await RunDutiesAsync();

        (await DueAsync(scene, "deputy1")).ShouldBeEmpty();
        (await HomeAsync(scene, "deputy1")).ShouldNotContain("action");
        (await DueAsync(scene, "head")).ShouldContain(card => card.Asks == "Do what was agreed");
        await world.SendLettersAsync();
        var after = await scene.LettersToAsync("deputy1");
        after.Where(letter => letter.WrittenAt > At(2026, 11, 24, 12, 0)).ShouldAllBe(letter => letter.SentAt == null);
    }

    [Fact]
    public async Task OwnerWhoTurnsOutToBeSomebodyElse_KeepsTheDuty()
    {
        var scene = await SceneAsync();
        await SetAsync(scene, "deputy1");
        var (kept, other) = (scene.Desk.Cast["deputy2"], scene.Desk.Cast["deputy1"]);

        await world.DoAsync(async services => (await services.GetRequiredService<LinkIdentities>().RunAsync(
            kept.PersonId, other.PersonId, Deed.OfSystem(kept.Org, "Test", world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

        (await DueAsync(scene, "deputy2")).ShouldHaveSingleItem();
    }

    private async Task<WorkScene> SceneAsync()
    {
        world.Clock.JumpTo(At(2026, 11, 17, 10, 20));
        var desk = await DeskScene.SetAsync(world);
        return await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private Task SetAsync(WorkScene scene, string owner) => DoAsync<SetAction>(scene, "dsl",
        (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, new ActionAnswers("Ring the counsellor", scene.Desk.Cast[owner].IdentityId, Tuesday), CancellationToken.None));

    private async Task WaitWithParentsAsync(WorkScene scene, DateOnly on) => await ParentsAsync(scene, new ParentsAnswers
    {
        InvolvementId = await scene.InvolvementAsync("child"),
        Told = false,
        Reason = "police-asked",
        WhoAskedToWait = "The officer in charge",
        LookAgainOn = on,
    });

    private async Task TellParentsAsync(WorkScene scene) => await ParentsAsync(scene, new ParentsAnswers
    {
        InvolvementId = await scene.InvolvementAsync("child"),
        Told = true,
        WhoWasTold = "Her mother",
        How = "By telephone",
        Said = "What happened",
        Although = "The officer in charge agreed this morning",
        ToldAt = world.Clock.GetUtcNow(),
    });

    private Task ParentsAsync(WorkScene scene, ParentsAnswers answers) =>
        DoAsync<RecordParents>(scene, "dsl", (act, viewer) => act.RunAsync(viewer, scene.Record.Reference, answers, CancellationToken.None));

    private Task SupportAsync(WorkScene scene, Guid person, DateOnly review) => DoAsync<RecordSupport>(scene, "dsl", (act, viewer) => act.RunAsync(
        viewer, scene.Record.Reference, new SupportAnswers(person, "counselling", null, SupportState.Offered, "The school counsellor", UkTime.DateOf(world.Clock.GetUtcNow()), review), CancellationToken.None));

    private async Task DoAsync<T>(WorkScene scene, string part, Func<T, Viewer, Task<Outcome>> act) where T : notnull
    {
        var viewer = await world.ViewerAsync(scene.Desk.Cast[part]);
        var outcome = await world.DoAsync(services => act(services.GetRequiredService<T>(), viewer), viewer);
        outcome.Refusals.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<DutyCard>> DueAsync(WorkScene scene, string part)
    {
        var viewer = await world.ViewerAsync(scene.Desk.Cast[part]);
        var due = await world.DoAsync(services => services.GetRequiredService<IDuties>().DueForAsync(viewer, CancellationToken.None), viewer);
        return [.. due.Where(card => card.Record == scene.Record.Ref && card.Key != "open-concern")];
    }

    private async Task<string> HomeAsync(WorkScene scene, string part) => (await (await scene.Desk.AsAsync(part)).GetAsync("/home")).Text;

    private static async Task<int> LettersAsync(WorkScene scene, string part) => (await scene.LettersToAsync(part)).Count(letter => letter.RecordId == scene.Record.Id);

    private Task<int> RunDutiesAsync() => world.DoAsync(services => services.GetRequiredService<IDuties>().RunDueAsync(CancellationToken.None));
}
