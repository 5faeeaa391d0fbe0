using System.Net;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Storage;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Response.Local;

/// <summary>A partnership settles how guided responses read for its schools: tried first, published with a reason, kept by what has begun.</summary>
public sealed class LocalPagesTests(World world) : IClassFixture<World>
{
    private static readonly Dictionary<string, string> SexualActs = new()
    {
        ["danger"] = "no",
        ["adult"] = "no",
        ["youngest"] = "13-15",
        ["shown"] = "sexual-acts",
    };

    [Fact]
    [Requirement("A-140"), Requirement("B-143")]
    public async Task Officer_ChoosesAThreshold_SeesTheSampleCases_AndPublishesIt_ForTheSchoolsBelow()
    {
        var scene = await LocalScene.SetAsync(world);
        var officer = await scene.OfficerAsync();
        var home = await officer.GetAsync("/home");
        var list = await home.FollowAsync("Local guidance");
        var flow = await list.FollowAsync("Nudes and semi-nudes");

        var kept = await flow.SubmitAsync(form => form.Set("Chosen[sexual-acts-under]", "18"), "Keep");
        var preview = await kept.FollowAsync("See what it changes");

        list.Text.ShouldContain("It holds for 2 schools");
        kept.Text.ShouldContain("not published");
        preview.Text.ShouldContain("From “Under 13, as UKCIS advises” to “Under 18, as some partnerships have agreed”");
        preview.Text.ShouldContain("Two fifteen-year-olds filmed a sexual act together and both say they wanted to");
        preview.Text.ShouldContain("Act today Act now");
        preview.Text.ShouldNotContain("protected less");
        (await (await scene.Desk.AsAsync("teacher")).GetAsync("/responses/nudes")).Text.ShouldContain("Under 13, as UKCIS advises As Lifeguard comes");

        (await preview.SubmitAsync(button: "Publish")).Errors.ShouldBe(["Say why it is changed. Everybody whom it concerns reads it"]);
        var published = await LocalScene.PublishAsync(preview, "Agreed by the partnership on 12 November");

        published.Text.ShouldContain("Edition 1, which holds: Orla Fenwick");
        published.Text.ShouldContain("Agreed by the partnership on 12 November");
        published.Text.ShouldNotContain("not published");
        var chart = await (await scene.Desk.AsAsync("teacher")).GetAsync("/responses/nudes");
        chart.Text.ShouldContain("Under 18, as some partnerships have agreed Sallowfield Safeguarding Children Partnership");
        chart.Text.ShouldContain("Sallowfield Safeguarding Children Partnership, edition 1 of 17 November 2026");
        var row = (await RowsAsync<JournalRow>(one => one.RecordId == scene.Partnership && one.Act == nameof(LocalGuidancePublished))).ShouldHaveSingleItem();
        (JournalWords.Of(row.Payload, "Flow"), JournalWords.Of(row.Payload, "Why")).ShouldBe(("nudes", "Agreed by the partnership on 12 November"));
    }

    [Fact]
    [Requirement("A-140")]
    public async Task WhatHasBegun_GoesOnAsItBegan_AndWhatBeginsFollowsTheNewEdition()
    {
        var scene = await LocalScene.SetAsync(world);
        var (before, page) = await scene.BeginAsync("nudes");
        var flow = await (await scene.OfficerAsync()).GetAsync("/responses/local/nudes");
        flow = await flow.SubmitAsync(form => form.Set("Chosen[sexual-acts-under]", "18").Set("Line", "Our form is the multi-agency referral; ask for the duty manager."), "Keep");
        flow = await (await (await flow.FollowAsync("Write down the child's own words")).SubmitAsync(form => form.Set("Words", "Use the yellow sheet: the child's own words, the time, who was there."), "Keep")).FollowAsync("See what it changes");
        await LocalScene.PublishAsync(flow);

        page = await LocalScene.AnswerAsync(page, SexualActs);
        var (after, begun) = await scene.BeginAsync("nudes");
        begun = await LocalScene.AnswerAsync(begun, SexualActs);

        page.Document.QuerySelector(".lg-plan__urgency")!.TextContent.ShouldBe("Act today");
        page.Text.ShouldNotContain("multi-agency referral");
        LocalScene.OpenReferrals(await before.RowsAsync<RunItem>(one => one.IncidentId == before.Record.Id)).ShouldNotContain("police-101");
        begun.Document.QuerySelector(".lg-plan__urgency")!.TextContent.ShouldBe("Act now");
        begun.Text.ShouldContain("Our form is the multi-agency referral; ask for the duty manager.");
        begun.Text.ShouldContain("Use the yellow sheet: the child's own words");
        begun.Text.ShouldContain("edition 1 of 17 November 2026");
        LocalScene.OpenReferrals(await after.RowsAsync<RunItem>(one => one.IncidentId == after.Record.Id)).ShouldContain("police-101");

        // And it stays so when the guidance changes again, also for a copy of the site that has read nothing yet.
        await scene.PublishChoiceAsync("nudes", "sexual-acts-under", "13", whyWeaker: "The police ask for it; agreed with them");
        var run = (await after.RowsAsync<Run>(one => one.IncidentId == after.Record.Id)).Single();
        typeof(KeptEditions).GetField("_editions", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.SetValue(world.Services.GetRequiredService<KeptEditions>(), new System.Collections.Concurrent.ConcurrentDictionary<Guid, Lifeguard.Response.Model.Flows.Edition>());
        var again = await after.OpenAsync($"respond/{run.Id}");
        again.Document.QuerySelector(".lg-plan__urgency")!.TextContent.ShouldBe("Act now");
        again.Text.ShouldContain("edition 1 of 17 November 2026");
    }

    [Fact]
    public async Task WhatProtectsLess_IsPointedOut_AndAsksForAReason()
    {
        var scene = await LocalScene.SetAsync(world);
        await scene.PublishChoiceAsync("nudes", "sexual-acts-under", "18");
        var page = await (await scene.OfficerAsync()).GetAsync("/responses/local/nudes");
        page = await (await page.SubmitAsync(form => form.Set("Chosen[sexual-acts-under]", ""), "Keep")).FollowAsync("See what it changes");

        page.Text.ShouldContain("would be protected less than now");
        page.Document.QuerySelectorAll("th .govuk-tag, th .lg-tag").Select(one => one.TextContent.Trim()).ShouldContain("Weaker");
        var refused = await LocalScene.PublishAsync(page);
        refused.Errors.ShouldBe(["Say why these cases may be protected less than now, and who agreed"]);
        var published = await LocalScene.PublishAsync(refused, whyWeaker: "Agreed with the police and social care on 16 November");

        published.Text.ShouldContain("Edition 2, which holds");
        (await published.FollowAsync("Edition 2")).Text.ShouldContain("Agreed with the police and social care on 16 November");
    }

    [Fact]
    public async Task AnEarlierEdition_StaysReadable_AndIsPublishedAgain()
    {
        var scene = await LocalScene.SetAsync(world);
        await scene.PublishChoiceAsync("bullying", "severe-told", "yes", "First");
        var second = await scene.PublishChoiceAsync("bullying", "tell-authority", "yes", "Second");

        var first = await second.FollowAsync("Edition 1");
        first.Text.ShouldContain("Yes, it is told the same day");
        first.Text.ShouldNotContain("of every one, within five working days");
        var preview = await first.SubmitAsync(button: "Take it up again");
        preview.Text.ShouldContain("Altogether");
        preview.Text.ShouldContain("Case by case");
        var third = await LocalScene.PublishAsync(preview, "Back to the first", preview.Text.Contains("protected less", StringComparison.Ordinal) ? "The authority has no capacity" : null);

        third.Text.ShouldContain("Edition 3, which holds");
        (await RowsAsync<LocalEdition>(one => one.Org == scene.Partnership && one.Flow == "bullying")).OrderBy(one => one.Number).Select(one => one.Text).ToList().ShouldSatisfyAllConditions(
            texts => texts.Count.ShouldBe(3), texts => texts[2].ShouldBe(texts[0]), texts => texts[1].ShouldNotBe(texts[0]));
    }

    [Fact]
    public async Task TrustsOwnChoice_GoesBeforeThePartnerships_AndTheRestOfBothHolds()
    {
        var scene = await LocalScene.SetAsync(world);
        await scene.PublishChoiceAsync("radicalisation", "tell-authority", "yes");
        var lead = await scene.Desk.AsAsync("trust-dsl");
        var page = await (await lead.GetAsync("/responses/local/radicalisation")).SubmitAsync(form => form.Set("Chosen[tell-trust]", "yes"), "Keep");
        page.Text.ShouldContain("As Sallowfield Safeguarding Children Partnership has settled: Yes, of every one");

        await LocalScene.PublishAsync(await page.FollowAsync("See what it changes"));

        var chart = await (await scene.Desk.AsAsync("dsl")).GetAsync("/responses/radicalisation");
        chart.Text.ShouldContain("Yes, at once Sallowfield Learning Trust");
        chart.Text.ShouldContain("Yes, of every one, within five working days Sallowfield Safeguarding Children Partnership");
        (await (await world.SignedInAsync(await world.PersonAsync(await world.SchoolAsync(scene.Partnership, "Elmstead School"), "Wren Alder", Lifeguard.Organisation.Contracts.PersonKind.Staff, Lifeguard.Organisation.Contracts.Role.Teacher)))
            .GetAsync("/responses/radicalisation")).Text.ShouldNotContain("Sallowfield Learning Trust");
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("dsl")]
    [InlineData("head")]
    [InlineData("administrator")]
    public async Task SchoolsReadOnly(string part)
    {
        var scene = await LocalScene.SetAsync(world);
        await scene.PublishChoiceAsync("nudes", "sexual-acts-under", "18");
        var browser = await scene.Desk.AsAsync(part);

        foreach (var page in (string[])["", "/nudes", "/nudes/words/step.offer-removal", "/nudes/preview", "/nudes/file", "/nudes/editions/1"])
            (await browser.GetAsync($"/responses/local{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        (await browser.GetAsync($"/responses/local/nudes?of={scene.Partnership}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/responses/nudes")).Text.ShouldContain("edition 1 of");
    }

    [Fact]
    public async Task AnotherPartnership_NeitherSeesItNorFollowsIt()
    {
        var scene = await LocalScene.SetAsync(world);
        await scene.PublishChoiceAsync("nudes", "sexual-acts-under", "18");
        var elsewhere = await LocalScene.SetAsync(world);

        (await (await elsewhere.OfficerAsync()).GetAsync($"/responses/local/nudes?of={scene.Partnership}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await elsewhere.OfficerAsync()).GetAsync("/responses/local/nudes")).Text.ShouldContain("Nothing yet.");
        (await (await elsewhere.Desk.AsAsync("dsl")).GetAsync("/responses/nudes")).Text.ShouldNotContain("With local guidance");
    }

    [Fact]
    public async Task TwoWhoChangeIt_NoticeEachOther_AndNothingTypedIsLost()
    {
        var scene = await LocalScene.SetAsync(world);
        var other = await world.SignedInAsync(await world.PersonAsync(scene.Partnership, "Idris Moss", Lifeguard.Organisation.Contracts.PersonKind.Staff, Lifeguard.Organisation.Contracts.Role.PartnershipOfficer));
        var mine = await (await scene.OfficerAsync()).GetAsync("/responses/local/hate/words/step.support-each");
        var theirs = await other.GetAsync("/responses/local/hate/words/step.support-each");
        await theirs.SubmitAsync(form => form.Set("Words", "Theirs: offer it to each."), "Keep");

        var refused = await mine.SubmitAsync(form => form.Set("Words", "Mine: offer it to everybody."), "Keep");

        refused.Errors.ShouldHaveSingleItem().ShouldContain("Somebody else changed this guidance");
        refused.Document.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Mine: offer it to everybody.");
        refused.Text.ShouldContain("Theirs: offer it to each.");
        var kept = await refused.SubmitAsync(button: "Keep");
        kept.Text.ShouldContain("Mine: offer it to everybody.");
        // Words alone change nothing of what is done.
        (await kept.FollowAsync("See what it changes")).Text.ShouldContain("None of the 10 sample cases changes");
    }

    [Fact]
    public async Task PublishedTwiceFromOnePreview_IsPublishedOnce()
    {
        var scene = await LocalScene.SetAsync(world);
        var page = await (await scene.OfficerAsync()).GetAsync("/responses/local/hate");
        var preview = await (await page.SubmitAsync(form => form.Set("Chosen[tell-authority]", "yes"), "Keep")).FollowAsync("See what it changes");

        var both = await Task.WhenAll(LocalScene.PublishAsync(preview), LocalScene.PublishAsync(preview));

        both.Count(one => one.Errors.Count == 0).ShouldBe(1);
        (await RowsAsync<LocalEdition>(one => one.Org == scene.Partnership)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AWholeFlow_WithAFault_IsRefusedWithAllOfThem_AndWhatHeldHoldsOn()
    {
        var scene = await LocalScene.SetAsync(world);
        var page = await (await scene.OfficerAsync()).GetAsync("/responses/local/bullying/file");
        var own = page.Document.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n");

        var refused = await page.SubmitAsync(form => form.Set("Text", own.Replace("refer: {police-101: now}", "refer: {police: soon}", StringComparison.Ordinal).Replace("steps: [keep-apart]", "steps: [run-away]", StringComparison.Ordinal)), "Check it, and keep it");
        var below = await page.SubmitAsync(form => form.Set("Text", own.Replace("    refer: {police-101: now}\n    steps: [keep-apart]", "    steps: [keep-apart]", StringComparison.Ordinal)), "Check it, and keep it");
        var right = await page.SubmitAsync(form => form.Set("Text", own.Replace("Keep the children apart today: journey home, lunch, lessons.", "Keep them apart today.", StringComparison.Ordinal)), "Check it, and keep it");

        refused.Text.ShouldContain("no agency \"police\"");
        refused.Text.ShouldContain("\"soon\" is no within");
        refused.Text.ShouldContain("no step \"run-away\"");
        refused.Document.QuerySelector("textarea")!.TextContent.ShouldContain("police: soon");
        below.Text.ShouldContain("The case “He threatens to stab her”: Police (101, or the local child-protection unit) is not told");
        right.Path.ShouldBe("/responses/local/bullying/preview");
        right.Text.ShouldContain("Keep them apart today.");
        await LocalScene.PublishAsync(right);
        var (_, begun) = await scene.BeginAsync("bullying");
        begun = await LocalScene.AnswerAsync(begun, new Dictionary<string, string> { ["danger"] = "no", ["by"] = "pupil-here", ["kind"] = "threat" });
        begun.Text.ShouldContain("Keep them apart today.");
    }

    [Fact]
    public async Task AFileThatIsChosen_GoesBeforeTheBox_AndWhatIsNoTextIsSaid()
    {
        var scene = await LocalScene.SetAsync(world);
        var officer = await scene.OfficerAsync();
        var page = await officer.GetAsync("/responses/local/copyright/file");
        var own = page.Document.QuerySelector("textarea")!.TextContent;

        var picture = await page.SendFileAsync(officer, "Upload", "flow.yml", [0xFF, 0xD8, 0xFF, 0xE0], ("Text", own));
        var faulty = await page.SendFileAsync(officer, "Upload", "flow.yml", System.Text.Encoding.UTF8.GetBytes("flow: copyright\ntitle: [Open"), ("Text", own));
        var right = await page.SendFileAsync(officer, "Upload", "flow.yml", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(own.Replace("because: \"", "because: \"Here: ", StringComparison.Ordinal))], ("Text", own));

        picture.Errors.ShouldBe(["This is not a text file in UTF-8. Choose the flow as it is written in YAML"]);
        faulty.Document.QuerySelectorAll("main li").Select(one => one.TextContent.Trim()).ShouldContain(line => line.StartsWith("Line 2: ", StringComparison.Ordinal));
        right.Text.ShouldContain("Another file stands in the place of the flow.");
    }

    [Fact]
    public async Task WhatSpeaksOfNothingAnyMore_IsSaid_AndTheRestHolds()
    {
        var scene = await LocalScene.SetAsync(world);
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            var guidance = Lifeguard.Response.Model.Local.LocalGuidance.None.WithStep("gone", "x").WithStep("gone-too", "y").WithBecause("no-rule", "z").WithSetting("tell-authority", "yes");
            store.Add(new LocalEdition
            {
                Id = Guid.CreateVersion7(world.Clock.GetUtcNow()),
                Org = scene.Partnership,
                Flow = "hate",
                Number = 1,
                Text = guidance.Write(),
                FlowVersion = "2025-01-01",
                PublishedAt = world.Clock.GetUtcNow(),
                ByName = "Orla Fenwick",
                Why = "Test",
            });
            (await store.CommitAsync(Lifeguard.Kernel.Deed.OfSystem(scene.Partnership, "Test", world.Clock.GetUtcNow()), new LocalDraftChanged(new("organisation", scene.Partnership), "hate", true), CancellationToken.None)).IsDone.ShouldBeTrue();
        });
        var officer = await scene.OfficerAsync();

        var page = await (await officer.GetAsync("/home")).FollowAsync("does not fit any more");

        page.Text.ShouldContain("Three of your wordings speak of steps or reasons that are not there any more.");
        page.Text.ShouldContain("Lifeguard's own flow has changed since edition 1.");
        (await (await scene.Desk.AsAsync("dsl")).GetAsync("/responses/hate")).Text.ShouldContain("Yes, of every one, within five working days Sallowfield Safeguarding Children Partnership");
    }

    [Fact]
    [Requirement("A-017"), Requirement("B-480")]
    public async Task Officer_KeepsTheNumbersOfThePartnership_ForAllItsSchools_AndASchoolsOwnGoesBefore()
    {
        var scene = await LocalScene.SetAsync(world);
        var list = await (await scene.OfficerAsync()).GetAsync("/responses/local");

        var numbers = await list.FollowAsync("Local agencies: numbers and hours");
        numbers.Text.ShouldContain("holds for every school below");
        await AddAsync(numbers, "The county's front door", "01632 960 701");
        var teacher = await scene.Desk.AsAsync("teacher");
        (await teacher.GetAsync("/responses/bullying/try")).Text.ShouldContain("01632 960 701");
        await AddAsync(await (await scene.Desk.AsAsync("dsl")).GetAsync("/local-numbers"), "Our own front door", "01632 960 702");

        (await teacher.GetAsync("/responses/bullying/try")).Text.ShouldContain("01632 960 702");
        (await (await scene.OfficerAsync()).GetAsync($"/local-numbers?place={scene.Desk.Cast.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await scene.OfficerAsync()).GetAsync("/school-year")).Status.ShouldBe(HttpStatusCode.NotFound);

        static Task<PageSeen> AddAsync(PageSeen page, string name, string telephone) =>
            page.SubmitAsync(form => form.Set("Kind", "social-care").Set("Name", name).Set("Telephone", telephone).Tick("Checked", "true"), "Add the number");
    }

    private Task<List<T>> RowsAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which) where T : class =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<T>().AsNoTracking().Where(which).ToListAsync());
}
