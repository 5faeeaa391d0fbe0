using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;

namespace Lifeguard.Tests.Incidents.Pages.Work;

/// <summary>The same form sent twice, one after the other and in one moment: one row, one line of the chronology, the same next page.</summary>
public sealed class OnceTests(World world) : IClassFixture<World>
{
    private const string NoLongerWithYou = "/no-longer-with-you";

    public static TheoryData<string, bool> Forms =>
        [.. from form in new[] { "notes/new", "actions/new", "referrals/new", "parents", "support", "technical-tasks/new", "finish", "answer", "close" } from together in new[] { false, true } select (form, together)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task FormSentTwice_DoesItOnce_AndLeadsToTheSamePage(string form, bool together)
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        var (page, fill, act) = await FilledAsync(scene, form);

        PageSeen[] answers = together
            ? await Task.WhenAll(page.SubmitAsync(fill), page.SubmitAsync(fill))
            : [await page.SubmitAsync(fill), await page.SubmitAsync(fill)];

        answers.ShouldAllBe(answer => answer.Path == $"/incidents/{scene.Record.Reference}" && answer.Errors.Count == 0, answers[^1].Text);
        (await scene.RowsAsync<JournalRow>(row => row.RecordId == scene.Record.Id && row.Act == act)).ShouldHaveSingleItem();
        (await RowsAsync(scene, form)).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TooCloseSaidTwice_LeadsToTheSamePage_AndNoLookUpIsRefused(bool together)
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        var page = await scene.OpenAsync("conflict");

        PageSeen[] answers = together ? await Task.WhenAll(page.SubmitAsync(), page.SubmitAsync()) : [await page.SubmitAsync(), await page.SubmitAsync()];

        answers.ShouldAllBe(answer => answer.Path == NoLongerWithYou, answers[^1].Text);
        (await scene.RowsAsync<DeclaredConflict>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        (await scene.RowsAsync<JournalRow>(row => row.RecordId == scene.Record.Id && row.Act == nameof(RecordRefused))).ShouldBeEmpty();
    }

    [Fact]
    public async Task TooCloseSaidAgainAQuarterOfAnHourLater_FindsNothing()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        var page = await scene.OpenAsync("conflict");
        await page.SubmitAsync();
        world.Clock.PassMinutes(15);

        (await page.SubmitAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PersonTakenOffTwice_LeadsToTheSamePage(bool together)
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        var page = await scene.OpenAsync($"people/{await scene.InvolvementAsync("child"):N}/remove");

        PageSeen[] answers = together ? await Task.WhenAll(TakeOffAsync(), TakeOffAsync()) : [await TakeOffAsync(), await TakeOffAsync()];

        answers.ShouldAllBe(answer => answer.Path == $"/incidents/{scene.Record.Reference}/people", answers[^1].Text);

        Task<PageSeen> TakeOffAsync() => page.SubmitAsync(form => form.Set("Reason", "Another child of that name"));
    }

    [Fact]
    public async Task ActionSentAgainWithOtherWords_IsAnActionOfItsOwn()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        var page = await scene.OpenAsync("actions/new");
        var owner = desk.Cast["dsl"].IdentityId.ToString();

        await page.SubmitAsync(form => form.Set("What", "Ring the counsellor").Set("Owner", owner));
        await page.SubmitAsync(form => form.Set("What", "Ring the school nurse").Set("Owner", owner));

        (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).Select(one => one.What).ShouldBe(["Ring the counsellor", "Ring the school nurse"], ignoreOrder: true);
    }

    [Fact]
    public async Task TwoPeopleWithTheSameForm_AreTwo()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        var (mine, theirs) = (await scene.OpenAsync("notes/new"), await (await desk.AsAsync("deputy1")).GetAsync($"/incidents/{scene.Record.Reference}/notes/new"));
        var submission = mine.Document.QuerySelector("input[name=Submission]")!.GetAttribute("value")!;

        await mine.SubmitAsync(form => form.Set("Text", "She is safe"));
        await theirs.SubmitAsync(form => form.Set("Text", "She is safe").Set("Submission", submission));

        (await scene.RowsAsync<Entry>(one => one.IncidentId == scene.Record.Id)).Count.ShouldBe(2);
    }

    private static async Task<(PageSeen Page, Action<FormFilled> Fill, string Act)> FilledAsync(WorkScene scene, string form)
    {
        var child = (await scene.InvolvementAsync("child")).ToString();
        var me = scene.Desk.Cast["dsl"].IdentityId.ToString();
        switch (form)
        {
            case "notes/new": return (await scene.OpenAsync(form), fields => fields.Set("Text", "She is safe"), "NoteAdded");
            case "actions/new": return (await scene.OpenAsync(form), fields => fields.Set("What", "Ring the counsellor").Set("Owner", me), "ActionSet");
            case "parents": return (await scene.OpenAsync(form), fields => fields.Set("Child", child).Set("Decision", "told").Set("WhoWasTold", "Her mother").Set("How", "By telephone").Set("Said", "What happened"), "ParentsTold");
            case "support": return (await scene.OpenAsync(form), fields => fields.Set("Person", child).Set("Kind", "counselling").Set("State", "Offered").Set("By", "The counsellor"), "SupportRecorded");
            case "technical-tasks/new": return (await scene.OpenAsync(form), fields => fields.Set("What", "block-address").Set("Address", "https://harm.example.test"), "TechnicalTaskAsked");
            case "close": return (await scene.OpenAsync(form), fields => fields.Set("Reason", "not-what-it-seemed").Set("Outcome", "A false alarm"), "IncidentClosed");
            case "finish":
                await (await scene.OpenAsync("actions/new")).SubmitAsync(fields => fields.Set("What", "Ring the counsellor").Set("Owner", me));
                var action = (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).Single().Id;
                return (await scene.OpenAsync($"actions/{action:N}/finish"), fields => fields.Set("Result", "She came"), "ActionFinished");
            case "answer":
                await (await scene.OpenAsync("referrals/new")).SubmitAsync(Referred);
                var referral = (await scene.RowsAsync<Referral>(one => one.IncidentId == scene.Record.Id)).Single().Id;
                return (await scene.OpenAsync($"referrals/{referral:N}/answer"), fields => fields.Set("Result", "waiting").Set("Said", "They ring back tomorrow"), "ReferralAnswered");
            default: return (await scene.OpenAsync(form), fields => Referred(fields), "ReferralDecided");
        }
    }

    private static void Referred(FormFilled fields) => fields.Set("What", "Referral").Set("Agency", "social-care").Set("Reasons", "A child may be harmed").Set("HeadConsulted", "false");

    private static async Task<int> RowsAsync(WorkScene scene, string form)
    {
        var id = scene.Record.Id;
        return form switch
        {
            "notes/new" => (await scene.RowsAsync<Entry>(one => one.IncidentId == id)).Count,
            "actions/new" or "finish" => (await scene.RowsAsync<ActionItem>(one => one.IncidentId == id)).Count,
            "referrals/new" or "answer" => (await scene.RowsAsync<Referral>(one => one.IncidentId == id)).Count,
            "parents" => (await scene.RowsAsync<ParentsNotice>(one => one.IncidentId == id)).Count,
            "support" => (await scene.RowsAsync<Support>(one => one.IncidentId == id)).Count,
            "technical-tasks/new" => (await scene.RowsAsync<TechnicalTask>(one => one.IncidentId == id)).Count,
            _ => 1,
        };
    }
}
