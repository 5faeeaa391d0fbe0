using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

public sealed class DeskTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Desk_WithUrgentAndNew_ShowsTheUrgentFirstWithPeopleAndParts()
    {
        var scene = await DeskScene.SetAsync(world);
        var ordinary = await scene.RaiseAsync(people: scene.Pupil("pupil2"));
        var urgent = await scene.RaiseAsync(urgent: true, people: [scene.Pupil(), scene.Pupil("pupil", Part.SaidToHaveDoneIt)]);

        var desk = await (await scene.AsAsync("dsl")).GetAsync("/desk");

        desk.Document.QuerySelectorAll("section h2").Select(one => one.TextContent.Trim()).ShouldBe(["Urgent and not opened 1", "New 1", "All open 2"]);
        var first = desk.Document.QuerySelector("section .lg-desk__item")!;
        first.QuerySelector("a")!.TextContent.ShouldBe($"Concern {urgent.Reference.Short}");
        first.TextContent.ShouldContain("Chloe Ingram (harmed), Polly Upwood (said to have done it)");
        first.TextContent.ShouldContain("Nobody has opened it yet");
        first.QuerySelector(".govuk-tag")!.TextContent.ShouldBe("Urgent");
        desk.Text.ShouldContain(ordinary.Reference.Short);
    }

    [Fact]
    public async Task Desk_Shown_WritesOneRowNamingWhatWasShown()
    {
        var scene = await DeskScene.SetAsync(world);
        var one = await scene.RaiseAsync(people: scene.Pupil());
        var other = await scene.RaiseAsync(people: scene.Pupil("pupil"));
        var browser = await scene.AsAsync("dsl");

        await browser.GetAsync("/desk");

        var row = (await scene.ListsOfAsync("dsl")).ShouldHaveSingleItem();
        row.Shown.ShouldBe([one.Id, other.Id], ignoreOrder: true);
        row.Payload!.ShouldContain(one.Id.ToString());
    }

    [Fact]
    public async Task Desk_OfSomebodyKeptFromARecord_NeitherShowsNorCountsIt()
    {
        var scene = await DeskScene.SetAsync(world);
        var about = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("head")]);

        var head = await (await scene.AsAsync("head")).GetAsync("/desk");
        var chair = await (await scene.AsAsync("chair")).GetAsync("/desk");

        head.Text.ShouldNotContain(about.Reference.Short);
        head.Text.ShouldContain("Nothing lies here");
        chair.Text.ShouldContain(about.Reference.Short);
    }

    [Fact]
    public async Task Group_Mine_ShowsWhatIHandleAlone()
    {
        var scene = await DeskScene.SetAsync(world);
        var mine = await scene.RaiseAsync(people: scene.Pupil());
        var theirs = await scene.RaiseAsync(people: scene.Pupil("pupil"));
        await scene.TakeOnAsync(mine, "dsl");
        await scene.TakeOnAsync(theirs, "deputy1");
        var browser = await scene.AsAsync("dsl");

        var group = await browser.GetAsync("/desk?group=mine");
        var all = await browser.GetAsync("/desk?group=open");

        group.Text.ShouldContain("1 record");
        group.Text.ShouldContain($"Incident {mine.Reference.Short}");
        group.Text.ShouldContain("You are handling it");
        group.Text.ShouldNotContain(theirs.Reference.Short);
        all.Text.ShouldContain("Devika Upton is handling it");
    }

    [Fact]
    public async Task Group_Overdue_HoldsARecordWithAnActionPastItsDay()
    {
        var scene = await DeskScene.SetAsync(world);
        var late = await scene.RaiseAsync(people: scene.Pupil());
        var intime = await scene.RaiseAsync(people: scene.Pupil("pupil"));
        await scene.TakeOnAsync(late, "dsl");
        await scene.TakeOnAsync(intime, "dsl");
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().Date);
        await scene.ChangeAsync(late, (store, incident) => store.Add(Action(scene, incident, today.AddDays(-1))));
        await scene.ChangeAsync(intime, (store, incident) => store.Add(Action(scene, incident, today)));

        var group = await (await scene.AsAsync("dsl")).GetAsync("/desk?group=overdue");

        group.Text.ShouldContain(late.Reference.Short);
        group.Text.ShouldNotContain(intime.Reference.Short);
    }

    [Fact]
    public async Task Group_Waiting_HoldsARecordWithAnOpenTechnicalTask()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: scene.Pupil());
        await scene.AskTechnicianAsync(record, device: "Laptop 14");

        var group = await (await scene.AsAsync("dsl")).GetAsync("/desk?group=waiting");

        group.Text.ShouldContain(record.Reference.Short);
    }

    [Fact]
    public async Task Group_Closed_ForgetsAfterThirtyDays()
    {
        var scene = await DeskScene.SetAsync(world);
        var recent = await scene.RaiseAsync(people: scene.Pupil());
        var old = await scene.RaiseAsync(people: scene.Pupil("pupil"));
        await CloseAsync(scene, recent, daysAgo: 29);
        await CloseAsync(scene, old, daysAgo: 31);

        var group = await (await scene.AsAsync("dsl")).GetAsync("/desk?group=closed");

        group.Text.ShouldContain(recent.Reference.Short);
        group.Text.ShouldNotContain(old.Reference.Short);
        group.Text.ShouldContain("1 record");
    }

    [Fact]
    public async Task Group_OfFiftyOne_HasASecondPage()
    {
        var scene = await DeskScene.SetAsync(world);
        for (var number = 0; number < 51; number++) await scene.RaiseAsync(people: scene.Pupil());
        var browser = await scene.AsAsync("dsl");

        var desk = await browser.GetAsync("/desk");
        var first = await desk.FollowAsync("Show all 51: New");
        var second = await browser.GetAsync("/desk?group=new&page=2");

        first.Document.QuerySelectorAll(".lg-desk__item").Length.ShouldBe(50);
        second.Document.QuerySelectorAll(".lg-desk__item").Length.ShouldBe(1);
        second.Text.ShouldContain("51 records");
    }

    [Theory]
    [InlineData("/desk?group=nothing")]
    [InlineData("/desk?school=0198c0de-0000-7000-8000-000000000000")]
    public async Task Desk_WithAnAddressOfNothing_IsNotFound(string address)
    {
        var scene = await DeskScene.SetAsync(world);

        (await (await scene.AsAsync("dsl")).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Desk_OfTheTrustsLead_FiltersBySchool()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: scene.Pupil());
        var browser = await scene.AsAsync("trust-dsl");

        var all = await browser.GetAsync("/desk");
        var here = await browser.GetAsync($"/desk?school={scene.Cast.School}");
        var elsewhere = await browser.GetAsync($"/desk?school={scene.Cast["other-dsl"].Org}");

        all.Text.ShouldContain("Tarrowby High School");
        here.Text.ShouldContain(record.Reference.Short);
        elsewhere.Text.ShouldNotContain(record.Reference.Short);
    }

    private ActionItem Action(DeskScene scene, Incident incident, DateOnly due) => new()
    {
        Id = Guid.CreateVersion7(world.Clock.GetUtcNow()),
        Org = incident.Org,
        IncidentId = incident.Id,
        What = "Speak to the year head",
        Owner = scene.Cast["dsl"].IdentityId,
        OwnerName = "Dalia Sandford",
        DueOn = due,
        SetAt = world.Clock.GetUtcNow(),
    };

    private async Task CloseAsync(DeskScene scene, Incident record, int daysAgo)
    {
        await scene.TakeOnAsync(record, "dsl");
        await scene.ChangeAsync(record, (_, incident) =>
        {
            incident.Complete(new IncidentForm { Intent = Intent.NotKnown, Place = "at-home", HowFound = "told", Equipment = ["private"], AnybodyNeedsPolice = NeedsPolice.No }, null);
            incident.Classify(["online-bullying"], null, ["contact/aggressive"], false);
            incident.StandAlone();
            incident.Close(new Closure("settled", "Settled", "None", scene.Cast["dsl"].IdentityId, "Dalia Sandford", world.Clock.GetUtcNow().AddDays(-daysAgo)), new OpenMatters()).Refusals.ShouldBeEmpty();
        });
    }
}
