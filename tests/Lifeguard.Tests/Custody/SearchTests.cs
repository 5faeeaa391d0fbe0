using Lifeguard.Custody.Model;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Custody;

/// <summary>A search of a pupil's phone, from the good reason to the day on which the phone goes back.</summary>
public sealed class SearchTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-197"), Requirement("A-198"), Requirement("B-231")]
    public async Task FourPeople_FromTheSearchToTheRelease()
    {
        var scene = await CustodyScene.SetAsync(world);
        await NameAsync(scene, "Tamsin Earle");

        // The teacher on the head's list writes down what she found, and decides with the lead.
        var decide = await SearchAsync(scene, "Unsure");
        decide.Heading.ShouldBe("Decide what becomes of it");
        decide.Html.ShouldNotContain("name=\"Deletes\"");
        (await decide.SubmitAsync(form => form.Set("KeepsAsEvidence", "true").Set("Because", "With Dalia Sandford"), "Decide")).Text.ShouldContain("the police are told, whatever else you decide");
        var search = await decide.SubmitAsync(form => form.Set("TellsPolice", "true").Set("KeepsAsEvidence", "true").Set("Because", "With Dalia Sandford by telephone"), "Decide");
        (await scene.OpenAsync("teacher", search.Path + "/confirm")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        // The lead confirms it on her own account; the phone is in custody in the same moment.
        (await scene.OpenAsync("dsl", "/home")).Text.ShouldContain("The decision about a search waits for you as the second person");
        var confirmed = await scene.SubmitAsync("dsl", search.Path + "/confirm", "Say so under my name", form => form.Set("Agrees", "true").Set("Because", "I agree, I rang 101"));
        confirmed.Text.ShouldContain("Agreed. I agree, I rang 101 Dalia Sandford");
        var item = confirmed.Document.QuerySelectorAll("main a").Single(link => link.TextContent == "Its page").GetAttribute("href")!;

        // The technician isolates and keeps it, and learns neither whose it is nor why.
        var kept = await scene.OpenAsync("technician", item);
        foreach (var word in new[] { "Upwood", "picture", "messages" }) kept.Html.ShouldNotContain(word);
        await scene.IsolateAsync("technician", item);
        (await scene.EndAsync("technician", item, EndingKind.HandedToParent)).Text.ShouldContain("no advice of the police is recorded");

        // The head records what the police say, and only then does it go back.
        await scene.AdviseAsync("head", item, release: true);
        (await scene.EndAsync("technician", item, EndingKind.HandedToParent)).Text.ShouldContain("Handed to a parent: Morgan Ingram");
        (await scene.OpenAsync("head", item + "/sheet")).Text.ShouldContain("A pupil's: Polly Upwood");
    }

    [Fact]
    [Requirement("B-232")]
    public async Task OnlyTheHeadAndWhoeverIsOnTheList_MaySearch_AndTheListHasDays()
    {
        var scene = await CustodyScene.SetAsync(world);

        (await SearchAsync(scene, "No")).Text.ShouldContain("Only the head, or somebody on the head's list on that day, may search");
        await NameAsync(scene, "Tamsin Earle");
        (await SearchAsync(scene, "No")).Heading.ShouldBe("Decide what becomes of it");
        await (await scene.OpenAsync("head", "/searchers")).SubmitAsync(button: "End it now: Tamsin Earle");
        (await SearchAsync(scene, "No")).Text.ShouldContain("Only the head, or somebody on the head's list on that day, may search");
        (await SearchAsync(scene, "No", "head")).Heading.ShouldBe("Decide what becomes of it");
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("dsl", "/searchers"));
    }

    [Fact]
    public async Task WithoutAGround_NothingIsWrittenDown()
    {
        var scene = await CustodyScene.SetAsync(world);

        var after = await (await scene.OpenAsync("head", "/searches/new")).SubmitAsync(form => Fill(form, "No", ground: false), "Write it down");

        after.Errors.ShouldBe(["Select at least one ground. Without a good reason a device is not searched"]);
        after.Text.ShouldContain("Education Act 2011");
        after.Text.ShouldContain("checked");
    }

    [Fact]
    public async Task SecondPersonWhoSeesAnOffence_StopsTheDeletion()
    {
        var scene = await CustodyScene.SetAsync(world);
        var decide = await SearchAsync(scene, "No", "head");
        var search = await decide.SubmitAsync(form => form.Set("Deletes", "true").Set("Because", "Nothing in it"), "Decide");

        var agreed = await scene.SubmitAsync("dsl", search.Path + "/confirm", "Say so under my name", form => form.Set("Agrees", "true").Set("SeesOffence", "true").Set("Because", "It may be one"));
        await scene.SubmitAsync("dsl", search.Path + "/confirm", "Say so under my name", form => form.Set("Agrees", "false").Set("SeesOffence", "true").Set("Because", "It may be one"));

        agreed.Text.ShouldContain("An offence is possible, and the decision does not say so");
        var again = await scene.OpenAsync("head", search.Path + "/decide");
        again.Text.ShouldContain("Dalia Sandford did not agree");
        again.Html.ShouldNotContain("name=\"Deletes\"");
    }

    [Fact]
    public async Task ConfiscatedPhone_IsNotGivenBack_WhileTheSearchIsUndecided()
    {
        var scene = await CustodyScene.SetAsync(world);
        await NameAsync(scene, "Tamsin Earle");
        var thing = await (await scene.OpenAsync("teacher", "/confiscations/new")).SubmitAsync(form => form.Set("What", "Phone").Set("Pupil", "Polly Upwood").Set("Reason", "bullying").Set("KeptWhere", "Drawer"), "Write it down");
        var decide = await (await thing.FollowAsync("Write down a search")).SubmitAsync(form => Fill(form, "No"), "Write it down");

        var refused = await thing.SubmitAsync(form => form.Set("ToParent", "false").Set("ReceivedBy", "Polly"), "It is given back");
        var search = await decide.SubmitAsync(form => form.Set("Deletes", "true").Set("Because", "With the lead"), "Decide");
        await scene.SubmitAsync("dsl", search.Path + "/confirm", "Say so under my name", form => form.Set("Agrees", "true").Set("Because", "Yes"));
        var given = await thing.SubmitAsync(form => form.Set("ToParent", "false").Set("ReceivedBy", "Polly"), "It is given back");

        refused.Text.ShouldContain("two people have not decided yet");
        given.Text.ShouldContain("received by Polly");
    }

    [Fact]
    [Requirement("A-200")]
    public async Task Head_SaysWhichPolicyAndRouteOfComplaintAreShown()
    {
        var scene = await CustodyScene.SetAsync(world);

        await scene.SubmitAsync("head", "/searchers", "Save", form => form.Set("Policy", "Behaviour policy 4.2").Set("Complaint", "Write to the chair"));

        (await scene.OpenAsync("teacher", "/searches/new")).Text.ShouldContain("Write to the chair");
    }

    [Fact]
    public async Task MotherOfThePupil_WhoIsHead_DoesNotMeetTheSearch()
    {
        var scene = await CustodyScene.SetAsync(world);
        await NameAsync(scene, "Tamsin Earle");
        await world.RelateAsync(scene.Cast["head"], scene.Cast["pupil"], RelationKind.ParentOf);

        var search = (await SearchAsync(scene, "No")).Path.Replace("/decide", "", StringComparison.Ordinal);

        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("head", search));
        (await scene.OpenAsync("head", "/custody/register")).Text.ShouldContain("Searches that two have not decided: 0");
        (await scene.OpenAsync("dsl", "/custody/register")).Text.ShouldContain("Searches that two have not decided: 1");
    }

    private static Task<PageSeen> NameAsync(CustodyScene scene, string name) => scene.SubmitAsync("head", "/searchers", "Put them on the list", form => form.Set("Name", name).Set("Training", "Search training, May 2026"));

    private static async Task<PageSeen> SearchAsync(CustodyScene scene, string offence, string part = "teacher") =>
        await (await scene.OpenAsync(part, "/searches/new")).SubmitAsync(form => Fill(form, offence), "Write it down");

    private static void Fill(FormFilled form, string offence, bool ground = true)
    {
        form.Set("Device", "Phone, blue case").Set("Pupil", "Polly Upwood").Set("Because", "Two pupils showed messages from it").Set("Present", "Terence Ashby, and the pupil")
            .Set("Examined", "The messages of one evening").Set("Found", "Threats, and it may be a picture").Set("PossibleOffence", offence);
        if (ground) form.Set("Grounds", "cause-harm");
    }
}
