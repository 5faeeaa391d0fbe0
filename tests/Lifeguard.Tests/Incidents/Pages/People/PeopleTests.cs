using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Tests.Incidents.Pages.People;

public sealed class PeopleTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Add_APupilSaidToHaveDoneIt_SaysWhoCanReadAndStaysWithTheDesk()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var preview = await PeopleSteps.AddFromRosterAsync(dsl, record, record.Cast["pupil2"], "SaidToHaveDoneIt");
        var after = await preview.SubmitAsync();

        preview.Heading.ShouldBe("Who can read this record then");
        preview.Text.ShouldContain("Dalia Sandford (Safeguarding lead (DSL))");
        preview.Text.ShouldNotContain("no longer be with you");
        after.Path.ShouldBe($"{record.Page}/people");
        after.Text.ShouldContain("Pavel Underhill");
    }

    [Fact]
    public async Task Add_AnAdultWhoWorksHere_MovesTheRecordAndLeadsToTheNeutralPage()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var preview = await PeopleSteps.AddFromRosterAsync(dsl, record, record.Cast["teacher2"], "SaidToHaveDoneIt");
        var after = await preview.SubmitAsync();

        preview.Text.ShouldContain("Harriet Eastwood (Head teacher)");
        preview.Text.ShouldNotContain("Dalia Sandford (");
        preview.Text.ShouldContain("The record will no longer be with you");
        after.Path.ShouldBe("/no-longer-with-you");
        after.Text.ShouldNotContain("Ashby");
        (await dsl.GetAsync(record.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await record.AsAsync("head")).GetAsync(record.Page)).Heading.ShouldStartWith("Allegation");
        (await (await record.AsAsync("dsl")).GetAsync((await record.WelfareAsync()).Page)).Text.ShouldContain("Polly Upwood");
    }

    [Fact]
    public async Task Add_AnAdultWhoWorksHere_CommitsNamingAndPlacingTogetherAndTellsTheNewDesk()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        await (await PeopleSteps.AddFromRosterAsync(dsl, record, record.Cast["teacher2"], "SaidToHaveDoneIt")).SubmitAsync();

        var acts = await record.ActsAsync();
        acts.ShouldContain("PersonInvolved");
        acts.Count(act => act == "AudienceDecided").ShouldBe(2);
        var told = await record.InStoreAsync((store, incident) => store.Set<OutboxLetter>().Where(one => one.RecordId == incident.Id).Select(one => one.ToIdentity).ToListAsync());
        told.ShouldContain(record.Cast["head"].IdentityId);
        told.ShouldNotContain(record.Cast["teacher2"].IdentityId);
    }

    [Fact]
    public async Task Add_Twice_IsThereOnce()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        await PeopleSteps.AddWrittenAsync(dsl, record, "her cousin", "Unknown", "SawIt");
        var page = await PeopleSteps.AddWrittenAsync(dsl, record, "her cousin", "Unknown", "SawIt");

        page.Path.ShouldBe($"{record.Page}/people");
        page.Document.QuerySelectorAll(".govuk-summary-card__title").Count(one => one.TextContent.Trim() == "her cousin").ShouldBe(1);
    }

    [Fact]
    public async Task Add_AChildToAnAllegation_IsLookedAfterToo()
    {
        var record = await RecordCase.RaiseAsync(world, "teacher2");
        var welfare = await record.WelfareAsync();
        var head = await record.AsAsync("head");

        await PeopleSteps.AddFromRosterAsync(head, record, record.Cast["child"], "Harmed");

        var page = await (await record.AsAsync("dsl")).GetAsync(welfare.Page);
        page.Text.ShouldContain("Chloe Ingram was added to this record.");
        page.Html.ShouldNotContain("Harriet");
    }

    [Fact]
    public async Task Remove_WithoutAReason_IsRefused()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await (await (await dsl.GetAsync($"{record.Page}/people")).FollowAsync("Take off")).SubmitAsync();

        page.Errors.ShouldBe(["Say why this person was named by mistake"]);
    }

    [Fact]
    public async Task Remove_AnAdultNamedByMistake_BringsTheRecordBackToTheTeam()
    {
        var record = await RecordCase.RaiseAsync(world, "teacher2");
        var head = await record.AsAsync("head");
        var involvement = await record.InStoreAsync((store, incident) => store.Set<Involvement>().Where(one => one.IncidentId == incident.Id && one.Part == Part.SaidToHaveDoneIt).Select(one => one.Id).SingleAsync());

        var asked = await head.GetAsync($"{record.Page}/people/{involvement:N}/remove");
        var after = await asked.SubmitAsync(form => form.Set("Reason", "Somebody else was meant."));

        asked.Text.ShouldContain("Dalia Sandford (Safeguarding lead (DSL))");
        after.Path.ShouldBe("/no-longer-with-you");
        (await (await record.AsAsync("dsl")).GetAsync(record.Page)).Text.ShouldContain("Reason: Somebody else was meant.");
    }

    [Fact]
    public async Task Identify_AWrittenName_LetsTheOthersItMightHaveMeantBackIn()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        await (await PeopleSteps.AddWrittenAsync(dsl, record, "Pavel", "Pupil", "SaidToHaveDoneIt")).SubmitAsync();

        var list = await dsl.GetAsync($"{record.Page}/people");
        var asked = await (await list.FollowAsync("Say who was meant")).SubmitAsync(form => form.Set("Choice", record.Cast["pupil2"].PersonId.ToString()), "Continue");
        var after = await asked.SubmitAsync();

        asked.Text.ShouldContain("is Pavel Underhill");
        after.Text.ShouldContain("As it was writtenPavel");
    }

    [Fact]
    public async Task Remove_SomebodyOfAnotherRecord_IsNotThere()
    {
        var record = await RecordCase.RaiseAsync(world);
        var other = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        var involvement = await other.InStoreAsync((store, incident) => store.Set<Involvement>().Where(one => one.IncidentId == incident.Id).Select(one => one.Id).FirstAsync());

        (await dsl.GetAsync($"{record.Page}/people/{involvement:N}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
