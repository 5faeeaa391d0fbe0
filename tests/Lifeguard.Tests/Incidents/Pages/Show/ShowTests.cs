using System.Net;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Show;

public sealed class ShowTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Get_ByTheSafeguardingLead_ShowsTheWordsAsWrittenAndWhoCanRead()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await dsl.GetAsync(record.Page);

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.Heading.ShouldBe($"Concern {record.Reference.Short}");
        page.Document.Title.ShouldBe("Record - Lifeguard");
        page.Text.ShouldContain(RecordCase.Story);
        page.Text.ShouldContain("Polly Upwood");
        page.Document.QuerySelector(".govuk-inset-text .lg-words")!.TextContent.ShouldBe(RecordCase.ChildsWords);
        page.Document.QuerySelector(".lg-readers")!.TextContent.ShouldContain("Dalia Sandford (Safeguarding lead (DSL))");
        page.Text.ShouldContain("No file can be kept with this record");
    }

    [Fact]
    public async Task Get_WithAnAddress_NeverMakesItALink()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await dsl.GetAsync(record.Page);

        page.Text.ShouldContain(RecordCase.Address);
        page.Document.QuerySelectorAll("[href],[src],[action]").ShouldAllBe(one => !(one.GetAttribute("href") + one.GetAttribute("src") + one.GetAttribute("action")).Contains("harm.example"));
    }

    [Fact]
    public async Task Get_FirstTimeByTheDesk_CommitsReadingAndOpeningTogether()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        await dsl.GetAsync(record.Page);
        await dsl.GetAsync(record.Page);

        var acts = await record.ActsAsync();
        acts.Count(act => act == "RecordRead").ShouldBe(2);
        acts.Count(act => act == "ConcernOpened").ShouldBe(1);
        acts.Count(act => act == "DutySettled").ShouldBe(1);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("head")]
    [InlineData("chair")]
    public async Task Get_BySomebodyWithoutTheDesk_IsNotThereAndLeavesNoReading(string part)
    {
        var record = await RecordCase.RaiseAsync(world);
        var other = await record.AsAsync(part);

        var page = await other.GetAsync(record.Page);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldNotContain(record.Reference.Short);
        (await record.ActsAsync()).ShouldNotContain("RecordRead");
    }

    [Fact]
    public async Task TakeOn_MakesItAnIncidentWithTheHandler()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await (await dsl.GetAsync(record.Page)).SubmitAsync(button: "Make it an incident");

        page.Heading.ShouldBe($"Incident {record.Reference.Short}");
        page.Text.ShouldContain("With Dalia Sandford");
    }

    [Fact]
    public async Task TakeOn_WhenSomebodyChangedItMeanwhile_ShowsWhatAndSavesAgain()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        var deputy = await record.AsAsync("deputy1");
        var seen = await dsl.GetAsync($"{record.Page}/take-on");
        await PeopleSteps.AddWrittenAsync(deputy, record, "the new coach", "AdultHere", "SawIt");
        await JoinAsync(deputy, record);

        var merge = await seen.SubmitAsync(button: "Make it an incident");
        var after = await merge.SubmitAsync(button: "Make it an incident");

        merge.Text.ShouldContain("Changed while you were writing");
        merge.Text.ShouldContain("Sarah Entwistle was given this record to read.");
        after.Heading.ShouldStartWith("Incident");
    }

    [Fact]
    public async Task TakeOn_OfAChildsWelfare_SaysThatSomebodyLooksAfterTheChild()
    {
        var welfare = await (await RecordCase.RaiseAsync(world, "teacher2")).WelfareAsync();
        var dsl = await welfare.AsAsync("dsl");

        var page = await (await dsl.GetAsync(welfare.Page)).SubmitAsync(button: "Look after the child");

        page.Text.ShouldContain("Somebody looks after the child now.");
        page.Text.ShouldContain("You look after the child from now on.");
        page.Text.ShouldNotContain("taken on", Case.Insensitive);
        page.Text.ShouldNotContain("made an incident");
    }

    [Fact]
    public async Task RecordThatCameWithoutAHandler_IsHandledByWhoSaysSo()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        await (await dsl.GetAsync(record.Page)).SubmitAsync(button: "Make it an incident");
        await NameLaterAsync(record, "teacher2");
        var (head, mine) = (record.Cast["head"], await record.AsAsync("head"));

        var before = await mine.GetAsync(record.Page);
        var listed = (await mine.GetAsync("/desk?group=new")).Text;
        var home = (await mine.GetAsync("/home")).Text;
        var after = await before.SubmitAsync(button: "I am handling this");

        before.Text.ShouldContain("With nobody by name.");
        listed.ShouldContain(record.Reference.Short);
        home.ShouldContain("A concern that nobody has taken on");
        after.Text.ShouldContain("It is with you now.");
        after.Text.ShouldContain("With Harriet Eastwood.");
        after.Text.ShouldContain("Harriet Eastwood is handling it now.");
        after.Document.QuerySelectorAll("button").ShouldNotContain(button => button.TextContent.Contains("I am handling this", StringComparison.Ordinal));
        (await record.InStoreAsync((_, incident) => Task.FromResult(incident.Handler))).ShouldBe(head.IdentityId);
        (await mine.GetAsync("/desk?group=new")).Text.ShouldNotContain(record.Reference.Short);
        (await mine.GetAsync("/desk?group=mine")).Text.ShouldContain(record.Reference.Short);
    }

    [Fact]
    public async Task RecordThatCameWithoutAHandler_IsNotOfferedToAReader_NorTakenFromAHandler()
    {
        var record = await RecordCase.RaiseAsync(world);
        await (await (await record.AsAsync("dsl")).GetAsync(record.Page)).SubmitAsync(button: "Make it an incident");
        await NameLaterAsync(record, "teacher2");
        var head = await record.AsAsync("head");
        var early = await head.GetAsync($"{record.Page}/take-on");
        await JoinAsync(head, record);
        var senco = await record.AsAsync("senco");

        var read = await senco.GetAsync(record.Page);
        await (await head.GetAsync(record.Page)).SubmitAsync(button: "I am handling this");
        var late = await early.SubmitAsync(button: "I am handling this");

        read.Text.ShouldContain("With nobody by name.");
        read.Text.ShouldNotContain("I am handling this");
        (await senco.GetAsync($"{record.Page}/take-on")).Status.ShouldBe(HttpStatusCode.NotFound);
        late.Errors.ShouldBe(["Somebody is handling this already. Ask them to hand it over."]);
    }

    private async Task NameLaterAsync(RecordCase record, string part) =>
        await new Visibility.Situation(world, record.Cast).NameLaterAsync(await record.InStoreAsync((_, incident) => Task.FromResult(incident.Id)), [part]);

    [Fact]
    public async Task Get_OfAnAllegation_NeverShowsTheWelfareRecordAndViceVersa()
    {
        var allegation = await RecordCase.RaiseAsync(world, "teacher2");
        var welfare = await allegation.WelfareAsync();
        var head = await allegation.AsAsync("head");
        var dsl = await allegation.AsAsync("dsl");

        var told = await head.GetAsync(allegation.Page);
        var cared = await dsl.GetAsync(welfare.Page);

        told.Heading.ShouldStartWith("Allegation");
        told.Text.ShouldNotContain(welfare.Reference.Short);
        told.Text.ShouldNotContain("was laid before the safeguarding team");
        cared.Heading.ShouldStartWith("Child's welfare");
        cared.Text.ShouldContain("Her form tutor is with her until lunch.");
        foreach (var secret in new[] { RecordCase.Story, RecordCase.ChildsWords, "Terence Ashby", "Tamsin Earle", "harm.example", allegation.Reference.Short, allegation.Reference.ToString() })
            cared.Html.ShouldNotContain(secret);
        (await dsl.GetAsync(allegation.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task JoinAsync(Browser desk, RecordCase record)
    {
        var found = await (await desk.GetAsync($"{record.Page}/readers")).SubmitAsync(form => form.Set("Name", "Sarah Entwistle"), "Search");
        await found.SubmitAsync(form => form.Set("Person", record.Cast["senco"].PersonId.ToString()), "Let them read it");
    }
}
