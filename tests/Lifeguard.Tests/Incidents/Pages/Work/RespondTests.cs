using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;

namespace Lifeguard.Tests.Incidents.Pages.Work;

/// <summary>Guided questions on a record: asked one at a time, with a plan whose items are done, given or left out.</summary>
public sealed class RespondTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-115"), Requirement("B-102")]
    public async Task Answers_AreKeptWithWhoAndWhen_AndThePlanStandsBesideThem()
    {
        var scene = await WorkScene.SetAsync(world);

        var first = await BeginAsync(scene, "bullying");
        var second = await first.SubmitAsync(form => form.Set("Said", "no"));

        first.Text.ShouldContain("Is anybody in danger now");
        first.Text.ShouldContain("999");
        first.Document.QuerySelector("legend")!.ClassList.ShouldContain("govuk-fieldset__legend--m", "the question is what one reads first");
        second.Text.ShouldContain("Who does it?");
        second.Text.ShouldContain("Talk with the child in a quiet place");
        second.Text.ShouldContain("Do not blame the child");
        var answer = (await scene.RowsAsync<RunAnswer>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        (answer.Asks, answer.ByName).ShouldBe(("Is anybody in danger now, or about to go where harm waits?", "Dalia Sandford"));
        (await scene.ShowAsync()).Text.ShouldContain("A guided question was answered.");
    }

    [Fact]
    public async Task ChangedAnswer_ChangesWhatIsAskedFor_AndLosesNothingThatWasDone()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await BeginAsync(scene, "bullying");
        page = await page.SubmitAsync(form => form.Set("Said", "yes"));
        page.Document.QuerySelector(".lg-plan__urgency")!.TextContent.ShouldBe("Act now");
        var item = await ItemAsync(scene, RunItemKind.Step, "not-alone");
        await (await OpenAsync(scene, item)).SubmitAsync(form => form.Set("What", "done").Set("CameOfIt", "The nurse is with her"));

        page = await (await scene.Browser.GetAsync($"{page.Path}?change=0")).SubmitAsync(form => form.Set("Said", "no"));

        page.Document.QuerySelector(".lg-plan__urgency")!.TextContent.ShouldBe("Act today");
        page.Text.ShouldContain("The nurse is with her");
        (await ItemAsync(scene, RunItemKind.Step, "ring-999")).IsOpen.ShouldBeFalse();
        (await scene.RowsAsync<RunAnswer>(one => one.IncidentId == scene.Record.Id)).Count.ShouldBe(2);
        (await scene.ShowAsync()).Text.ShouldContain("A guided question was answered differently.");
    }

    [Fact]
    public async Task LeavingOut_NeedsAReasonAndWhoWasAsked()
    {
        var scene = await WorkScene.SetAsync(world);
        await BeginAsync(scene, "bullying");
        var item = await ItemAsync(scene, RunItemKind.Step, "debrief");

        var without = await (await OpenAsync(scene, item)).SubmitAsync(form => form.Set("What", "left-out"));
        var with = await without.SubmitAsync(form => form.Set("What", "left-out").Set("Reason", "Nobody but the two of us dealt with it").Set("Consulted", "The head"));

        without.Errors.ShouldBe(["Say why it is left out", "Say who was asked, or that nobody was"]);
        with.Text.ShouldContain("Left out");
        (await ItemAsync(scene, RunItemKind.Step, "debrief")).Way.ShouldBe(Way.LeftOut);
        (await scene.ShowAsync()).Text.ShouldContain("Left out of the plan, for a reason.");
    }

    [Fact]
    public async Task Referral_IsARecordOfItsOwn_AndSettlesWhatThePlanAsksFor()
    {
        var scene = await WorkScene.SetAsync(world);
        await (await BeginAsync(scene, "bullying")).SubmitAsync(form => form.Set("Said", "yes"));
        var item = await ItemAsync(scene, RunItemKind.Referral, "childrens-social-care");
        var page = await OpenAsync(scene, item);

        page.Document.QuerySelectorAll("input[value=done]").ShouldBeEmpty();
        var form = await page.FollowAsync("Record whom you spoke to");
        await form.SubmitAsync(filled => filled.Set("Agency", "social-care").Set("SpokenTo", "R. Ashdown, duty worker").Set("HeadConsulted", "true"));

        (await scene.RowsAsync<Referral>(one => one.IncidentId == scene.Record.Id)).Single().Reasons.ShouldContain("Somebody is in danger now.");
        (await ItemAsync(scene, RunItemKind.Referral, "childrens-social-care")).Way.ShouldBe(Way.Done);
        (await ItemAsync(scene, RunItemKind.Referral, "police-999")).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task StepGivenToSomebody_IsDoneWhenTheyHaveDoneIt()
    {
        var scene = await WorkScene.SetAsync(world);
        await BeginAsync(scene, "bullying");
        var item = await ItemAsync(scene, RunItemKind.Step, "talk-with-child");

        var give = await (await OpenAsync(scene, item)).FollowAsync("Give it to somebody");
        give.Document.QuerySelector(".lg-ring-line")!.TextContent.ShouldContain("999");
        await give.SubmitAsync(form => form.Set("Owner", scene.Desk.Cast["deputy1"].IdentityId.ToString()));
        var action = (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        action.What.ShouldBe(item.Text);
        (await ItemAsync(scene, RunItemKind.Step, "talk-with-child")).IsOpen.ShouldBeTrue();
        await (await scene.OpenAsync($"actions/{action.Id:N}/finish")).SubmitAsync(form => form.Set("Result", "They talked for an hour"));

        var after = await ItemAsync(scene, RunItemKind.Step, "talk-with-child");
        (after.Way, after.Said).ShouldBe((Way.Done, "They talked for an hour"));
    }

    [Fact]
    public async Task Closing_SaysWhatThePlanStillAsksFor_UntilItIsSettledOrSetAside()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await BeginAsync(scene, "bullying");

        var before = await scene.OpenAsync("close");
        await (await page.FollowAsync("These are the wrong questions")).SubmitAsync(form => form.Set("Because", "It was not bullying"));
        var after = await scene.OpenAsync("close");

        before.Text.ShouldContain("Go on with the questions of \"Online bullying of a pupil\"");
        before.Document.QuerySelectorAll("#in-the-way a").Select(link => link.TextContent).ShouldContain(words => words.StartsWith("Talk with the child in a quiet place", StringComparison.Ordinal));
        before.Document.QuerySelectorAll("#in-the-way a").ShouldContain(link => link.GetAttribute("href")!.Contains("/items/", StringComparison.Ordinal), "each leads to where it is settled");
        after.Text.ShouldNotContain("Talk with the child in a quiet place");
        after.Text.ShouldNotContain("Go on with the questions");
    }

    [Fact]
    public async Task WhoeverTheRecordIsKeptFrom_IsNeverNamedInAPlan()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "chair", desk.Adult("head"), desk.Pupil());

        var page = await BeginAsync(scene, "bullying");
        page = await page.SubmitAsync(form => form.Set("Said", "no"));
        page = await page.SubmitAsync(form => form.Set("Said", "staff"));

        var items = await scene.RowsAsync<RunItem>(one => one.IncidentId == scene.Record.Id);
        items.ShouldNotContain(one => one.Kind == RunItemKind.Telling && one.Key == "head");
        items.ShouldContain(one => one.Kind == RunItemKind.Telling && one.Key == "chair");
        items.ShouldNotContain(one => one.Who == "head");
    }

    [Fact]
    [Requirement("A-181")]
    public async Task FamilyThatIsHeld_IsToldOnlyWithAReason()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await BeginAsync(scene, "nudes");
        foreach (var answer in new[] { "no", "no", "13-15", "nude", "no", "yes", "similar", "no", "private", "no", "own", "no", "no", "implicated" })
            page = await page.SubmitAsync(form => form.Set("Said", answer));
        page.Text.ShouldContain("Do not tell yet");
        var parents = await scene.OpenAsync("parents");

        var without = await parents.SubmitAsync(Tell);
        var with = await without.SubmitAsync(form => { Tell(form); form.Set("Although", "Police agreed at ten: DC Ashdown"); });

        parents.Text.ShouldContain("Do not tell the family of");
        without.Errors.ShouldBe(["Telling them is held. Say why they were told all the same, and who agreed"]);
        (await scene.RowsAsync<ParentsNotice>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem().Although.ShouldBe("Police agreed at ten: DC Ashdown");

        void Tell(FormFilled form)
        {
            var child = scene.InvolvementAsync("child").GetAwaiter().GetResult();
            form.Set("Child", child.ToString()).Set("Decision", "told").Set("WhoWasTold", "Her mother").Set("How", "By telephone").Set("Said", "What happened").Set("ToldTime", "10:05");
        }
    }

    [Fact]
    [Requirement("A-154")]
    public async Task Debrief_AsksWhatMustChange_GivesItToSomebody_AndSettlesTheStep()
    {
        var scene = await WorkScene.SetAsync(world);
        await BeginAsync(scene, "bullying");
        var page = await scene.OpenAsync("debrief");

        var without = await page.SubmitAsync(form => form.Set("TookPart", "The deputy and the form tutor").Set("Learnt", "The page had been known for weeks").Set("Must[0]", "no").Set("Must[1]", "no").Set("Must[2]", "no"));
        await without.SubmitAsync(form => form.Set("Must[3]", "yes").Set("Change[3]", "A lesson about pages without names").Set("Owner", scene.Desk.Cast["deputy1"].IdentityId.ToString()));

        without.Errors.ShouldBe(["Select whether this must change: what pupils are taught"]);
        var action = (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        (action.What, action.OwnerName).ShouldBe(("What pupils are taught: A lesson about pages without names", "Devika Upton"));
        (await ItemAsync(scene, RunItemKind.Step, "debrief")).Way.ShouldBe(Way.Done);
        (await scene.ShowAsync()).Text.ShouldContain("The page had been known for weeks");
    }

    [Fact]
    public async Task DeviceOfThePlan_IsAskedForUnderDevices_AndIsDoneWhenItIsInCustody()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await BeginAsync(scene, "nudes");
        foreach (var answer in new[] { "no", "no", "13-15", "nude", "no", "yes", "similar", "no", "private", "no", "school" })
            page = await page.SubmitAsync(form => form.Set("Said", answer));
        var item = await ItemAsync(scene, RunItemKind.Step, "isolate-device");

        var held = await (await OpenAsync(scene, item)).FollowAsync("Ask for the device to be isolated");
        var plan = await held.SubmitAsync(
            form => form.Set("Device", "Laptop 14").Set("SafeToStop", "yes").Set("LeavesChildExposed", "no").Set("PossibleOffence", "true").Set("OfAdult", "false"), "Ask the technician");
        var technician = await scene.Desk.AsAsync("technician");
        var order = await (await technician.GetAsync("/custody")).FollowAsync("Isolate a device");
        await (await order.FollowAsync("Take it into custody")).SubmitAsync(form => form.Set("FoundWhere", "Room 12").Set("SealedHow", "Bag 3").Set("StoredWhere", "Safe"), "Take it into custody");

        plan.Text.ShouldContain("With the technician");
        (await ItemAsync(scene, RunItemKind.Step, "isolate-device")).Way.ShouldBe(Way.Done);
        (await scene.ShowAsync()).Text.ShouldContain("In custody, police advice awaited");
    }

    [Fact]
    public async Task KeepingADevice_HasOneWay_AndTasksOfBeforeStayReadable()
    {
        var scene = await WorkScene.SetAsync(world);
        await scene.Desk.ChangeAsync(scene.Record, (store, incident) => store.Set<TechnicalTask>().Add(new TechnicalTask
        {
            Id = Guid.CreateVersion7(world.Clock.GetUtcNow()),
            Org = incident.Org,
            Reference = RandomReference.New(),
            IncidentId = incident.Id,
            What = "keep-device",
            Device = "laptop 14",
            Urgent = false,
            AskedAt = world.Clock.GetUtcNow(),
            DueAt = world.Clock.GetUtcNow().AddDays(1),
        }));

        var page = await scene.OpenAsync("technical-tasks/new");
        var sent = await page.SubmitAsync(form => form.Set("What", "block-address").Set("Address", "chat.example.org"));

        page.Document.QuerySelectorAll("input[name=What]").ShouldNotContain(choice => choice.GetAttribute("value") == "keep-device");
        (await page.FollowAsync("under devices")).Heading.ShouldBe("Devices and things that are held");
        sent.Text.ShouldContain("Keep this device as it is");
        (await (await scene.Desk.AsAsync("technician")).GetAsync("/technical-tasks")).Text.ShouldContain("Keep this device as it is");
    }

    [Fact]
    public async Task StepsThatAreDueTogether_StandInTheOrderOfThePlan()
    {
        var scene = await WorkScene.SetAsync(world);

        await BeginAsync(scene, "nudes");

        var today = (await scene.RowsAsync<RunItem>(one => one.IncidentId == scene.Record.Id && one.Kind == RunItemKind.Step)).Where(one => one.Within == Due.SameDay);
        today.OrderBy(one => one.Id).Select(one => one.Key).ShouldBe(["review-meeting", "decide-with-reason", "offer-removal"]);
    }

    [Fact]
    public async Task SupportForEverybody_AndQuestionsThatWereBegun_SettleTheStepsThatAskForThem()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await BeginAsync(scene, "bullying");
        foreach (var answer in new[] { "no", "pupil-here", "sexual" }) page = await page.SubmitAsync(form => form.Set("Said", answer));
        var support = await ItemAsync(scene, RunItemKind.Step, "support-each");
        var others = await ItemAsync(scene, RunItemKind.Step, "open-nudes");

        await (await (await OpenAsync(scene, others)).FollowAsync("Go on with these questions")).SubmitAsync(_ => { });
        await SupportAsync("child");
        var between = (await ItemAsync(scene, RunItemKind.Step, "support-each", support.RunId)).IsOpen;
        var plan = await SupportAsync("pupil");

        (await ItemAsync(scene, RunItemKind.Step, "open-nudes")).Way.ShouldBe(Way.Done);
        between.ShouldBeTrue("one of the two has none yet");
        (await ItemAsync(scene, RunItemKind.Step, "support-each", support.RunId)).Way.ShouldBe(Way.Done);
        plan.Heading.ShouldBe("Online bullying of a pupil", "back to the plan from which one came");

        async Task<PageSeen> SupportAsync(string part)
        {
            var person = await scene.InvolvementAsync(part);
            return await (await (await OpenAsync(scene, support)).FollowAsync("Record the support")).SubmitAsync(filled => filled.Set("Person", person.ToString()).Set("Kind", "counselling").Set("State", "Declined").Set("By", "The nurse"));
        }
    }

    [Fact]
    public async Task RecordWithImagery_ProposesTheQuestionsForIt_BeforeAllOthers()
    {
        var scene = await WorkScene.SetAsync(world);
        await scene.Desk.ChangeAsync(scene.Record, (store, incident) => store.Entry(incident).Property(one => one.Imagery).CurrentValue = true);

        var page = await scene.OpenAsync("respond");

        page.Document.QuerySelector("input[name=Flow]")!.GetAttribute("value").ShouldBe("nudes");
        page.Document.QuerySelector("input[name=Flow][checked]")!.GetAttribute("value").ShouldBe("nudes");
    }

    private static async Task<PageSeen> BeginAsync(WorkScene scene, string flow) =>
        await (await scene.OpenAsync("respond")).SubmitAsync(form => form.Set("Flow", flow));

    private static async Task<RunItem> ItemAsync(WorkScene scene, RunItemKind kind, string key) =>
        (await scene.RowsAsync<RunItem>(one => one.IncidentId == scene.Record.Id && one.Kind == kind && one.Key == key)).Single();

    private static async Task<RunItem> ItemAsync(WorkScene scene, RunItemKind kind, string key, Guid run) =>
        (await scene.RowsAsync<RunItem>(one => one.RunId == run && one.Kind == kind && one.Key == key)).Single();

    private static Task<PageSeen> OpenAsync(WorkScene scene, RunItem item) => scene.OpenAsync($"respond/{item.RunId:N}/items/{item.Id:N}");
}
