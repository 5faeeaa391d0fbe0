using System.Net;
using System.Text;
using Lifeguard.Children.Model;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Children;

/// <summary>The safeguarding lead and her deputies keep a child's file.</summary>
public sealed class FactTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-297"), Requirement("B-324")]
    public async Task Lead_BeginsAFile_AndWritesDownWhatHoldsOfTheChild()
    {
        var cast = await Incidents.Visibility.Cast.GatherAsync(world);
        var lead = await world.SignedInAsync(cast["dsl"]);

        var found = await (await lead.GetAsync("/children")).SubmitAsync(form => form.Set("Words", "chloe"), "Find");
        var file = await found.SubmitAsync(button: "Begin the file of Chloe Ingram");
        file.Heading.ShouldBe("Chloe Ingram");
        var form = await file.FollowAsync("Add a status or plan");
        file = await form.SubmitAsync(one => one.Set("Key", "child-protection-plan").Set("Detail", "Neglect; reviewed in January").Set("SaidBy", "Social worker"), "Put it on file");
        form = await file.FollowAsync("Add a professional");
        file = await form.SubmitAsync(one => one.Set("Key", "social-worker").Set("Named", "Sol Whitcombe").Set("Agency", "Brackenshire Council").Set("Telephone", "01632 960111"), "Put it on file");

        file.Text.ShouldContain("Child protection plan");
        file.Text.ShouldContain("Neglect; reviewed in January");
        file.Text.ShouldContain("Social worker: Sol Whitcombe");
        file.Text.ShouldContain("01632 960111");
        (await lead.GetAsync("/children")).Text.ShouldContain("Chloe Ingram");
    }

    [Fact]
    public async Task Words_LieSealed_AndTheJournalHoldsTheirSumAlone()
    {
        var scene = await FileScene.SetAsync(world);

        await scene.FatherMustNotBeToldAsync();

        var fact = (await scene.RowsAsync<ChildFact>()).Single(one => one.FileId == scene.File.Id);
        Encoding.UTF8.GetString(fact.Sealed).ShouldNotContain("Ingram");
        var row = (await scene.JournalAsync("FactEntered")).ShouldHaveSingleItem();
        row.Payload!.ShouldNotContain("Ivo");
        JournalWords.Of(row.Payload, "Digest").ShouldBe(Lifeguard.Children.Storage.FileSeal.Digest(fact.Sealed));
        (await scene.OpenAsync("deputy1")).Text.ShouldContain("Ivo Ingram (father) must not be told. Prohibited steps order");
    }

    [Fact]
    public async Task Opening_IsAReading_CommittedBeforeAnythingIsShown()
    {
        var scene = await FileScene.SetAsync(world);

        await scene.OpenAsync("deputy1");
        await scene.OpenAsync("dsl", "/history");

        var readings = await scene.JournalAsync(nameof(RecordRead));
        readings.Select(row => JournalWords.ByName(row.Payload)).ShouldBe(["Devika Upton", "Dalia Sandford"], ignoreOrder: true);
        (await scene.OpenAsync("dsl", "/history")).Text.ShouldContain("Devika UptonOpened it");
    }

    [Fact]
    public async Task SomebodyWhoMustNotBeTold_NeedsTheReasonAndWhoSaidSo()
    {
        var scene = await FileScene.SetAsync(world);

        var after = await (await scene.OpenAsync("dsl", "/facts/new?kind=Carer")).SubmitAsync(form => form.Set("Named", "Ivo Ingram").Set("Key", "not-known").Set("Told", "MustNotBeTold"));

        after.Errors.ShouldBe(["Say which order or reason keeps the school from telling them", "Say who said so"]);
    }

    [Fact]
    public async Task FormSentTwice_IsOneFact()
    {
        var scene = await FileScene.SetAsync(world);
        var form = await scene.OpenAsync("dsl", "/facts/new?kind=Language");

        await form.SubmitAsync(one => one.Set("Named", "Polish").Set("Interpreter", "true"));
        var again = await form.SubmitAsync(one => one.Set("Named", "Polish").Set("Interpreter", "true"));

        again.Path.ShouldBe(scene.Page);
        (await scene.RowsAsync<ChildFact>()).Count(one => one.FileId == scene.File.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Corrected_KeepsWhatStoodThere_AndHistoryAnswersForADay()
    {
        var scene = await FileScene.SetAsync(world);
        await scene.EnterAsync(FactKind.Status, form => form.Set("Key", "child-in-need").Set("First.Day", "1").Set("First.Month", "9").Set("First.Year", "2026"));

        var file = await scene.OpenAsync("dsl");
        var fact = await file.FollowAsync("End or correct");
        await fact.SubmitAsync(form => form.Set("Key", "child-protection-plan"), "Correct it");

        file = await scene.OpenAsync("dsl");
        file.Text.ShouldContain("Child protection plan");
        file.Text.ShouldNotContain("Child in need");
        (await scene.OpenAsync("dsl", "/history")).Text.ShouldContain("Child in need");
        var october = await scene.OpenAsync("dsl", "/history?On.Day=10&On.Month=10&On.Year=2026");
        october.Text.ShouldContain("Held on 10 October 2026");
        october.Text.ShouldContain("Child protection plan");
        october.Text.ShouldNotContain("Child in need");
        (await scene.OpenAsync("dsl", "/history?On.Day=10&On.Month=8&On.Year=2026")).Text.ShouldNotContain("Child protection plan");
    }

    [Fact]
    public async Task Ended_HoldsUntilItsLastDay()
    {
        var scene = await FileScene.SetAsync(world);
        await scene.EnterAsync(FactKind.Status, form => form.Set("Key", "looked-after").Set("First.Day", "1").Set("First.Month", "9").Set("First.Year", "2026"));

        var fact = await (await scene.OpenAsync("dsl")).FollowAsync("End or correct");
        await fact.SubmitAsync(form => form.Set("EndsOn.Day", "10").Set("EndsOn.Month", "11").Set("EndsOn.Year", "2026"), "It has ended");

        (await scene.OpenAsync("dsl")).Text.ShouldNotContain("Looked after by");
        (await scene.OpenAsync("dsl", "/history")).Text.ShouldContain("1 September 2026 to 10 November 2026");
    }

    [Fact]
    public async Task ParentWhoIsDeputy_DoesNotMeetTheFile_NorTheNameInAList()
    {
        var scene = await FileScene.SetAsync(world);
        await world.RelateAsync(scene.Cast["deputy1"], scene.Cast["child"], Lifeguard.Organisation.Contracts.RelationKind.ParentOf);
        var parent = await scene.AsAsync("deputy1");

        foreach (var page in new[] { "", "/history", "/kept-from", "/facts/new?kind=Carer" })
        {
            var hidden = await parent.GetAsync(scene.Page + page);
            var absent = await parent.GetAsync($"/children/{Kernel.RandomReference.New()}{page}");
            hidden.Status.ShouldBe(HttpStatusCode.NotFound);
            hidden.Text.ShouldBe(absent.Text);
        }

        (await scene.JournalAsync(nameof(RecordRefused))).ShouldHaveSingleItem("four tries within five minutes are one attempt").ByIdentity.ShouldBe(scene.Cast["deputy1"].IdentityId);
        (await scene.OpenAsync("dsl", "/history")).Text.ShouldContain("Devika UptonAsked for it, and may not know of it");
        (await parent.GetAsync("/children")).Text.ShouldNotContain("Chloe");
        (await (await parent.GetAsync("/children")).SubmitAsync(form => form.Set("Words", "Chloe"), "Find")).Text.ShouldContain("No pupil here whose file you keep");
        var lead = await scene.OpenAsync("dsl");
        lead.Text.ShouldContain("Duncan Yardley");
        lead.Text.ShouldNotContain("Devika Upton");
        (await scene.JournalAsync(nameof(RecordRead))).ShouldAllBe(row => row.ByIdentity == scene.Cast["dsl"].IdentityId);
    }

    [Fact]
    public async Task ParentWhoIsDeputy_CannotBeginTheFileOfTheirOwnChild()
    {
        var cast = await Incidents.Visibility.Cast.GatherAsync(world);
        await world.RelateAsync(cast["deputy1"], cast["pupil2"], Lifeguard.Organisation.Contracts.RelationKind.ParentOf);
        var parent = await world.SignedInAsync(cast["deputy1"]);
        var offered = await (await parent.GetAsync("/children")).SubmitAsync(form => form.Set("Words", "Polly"), "Find");

        var after = await offered.SubmitAsync(form => form.Set("Person", cast["pupil2"].PersonId.ToString()), "Begin the file of Polly Upwood");

        FileScene.ShouldNotBeThere(after);
    }

    [Fact]
    public async Task CarerOfTheRoster_IsChosenByName()
    {
        var scene = await FileScene.SetAsync(world);
        await world.RelateAsync(scene.Cast["parent"], scene.Cast["child"], Lifeguard.Organisation.Contracts.RelationKind.ParentOf);

        await scene.EnterAsync(FactKind.Carer, form => form.Set("FromRoster", scene.Cast["parent"].IdentityId.ToString()).Set("Relation", "mother").Set("Key", "holds").Set("Told", "MayBeTold"));

        (await scene.OpenAsync("dsl")).Text.ShouldContain("Pamela Arden (mother)");
    }

    [Theory]
    [InlineData("head")]
    [InlineData("teacher")]
    [InlineData("senco")]
    [InlineData("administrator")]
    [InlineData("other-dsl")]
    public async Task Others_DoNotMeetTheFile(string part)
    {
        var scene = await FileScene.SetAsync(world);

        FileScene.ShouldNotBeThere(await scene.OpenAsync(part));
    }

    [Fact]
    public async Task TrustsLead_OpensIt()
    {
        var scene = await FileScene.SetAsync(world);

        (await scene.OpenAsync("trust-dsl")).Heading.ShouldBe("Chloe Ingram");
    }

    [Fact]
    public async Task SaysThatSheIsTooClose_AndTheFileIsGoneForHer()
    {
        var scene = await FileScene.SetAsync(world);
        var deputy = await scene.AsAsync("deputy1");

        var after = await (await deputy.GetAsync(scene.Page + "/kept-from")).SubmitAsync(form => form.Set("Person", scene.Cast["deputy1"].IdentityId.ToString()), "Keep them from it");

        after.Path.ShouldBe("/children");
        FileScene.ShouldNotBeThere(await deputy.GetAsync(scene.Page));
        (await scene.OpenAsync("dsl", "/kept-from")).Text.ShouldContain("Devika Upton");
    }
}
