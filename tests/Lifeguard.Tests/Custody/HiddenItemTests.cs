using System.Net;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.Guards;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Custody;

/// <summary>Whoever owns an item, or is concerned by it, never meets it, counts it or can tell that it is there.</summary>
public sealed class HiddenItemTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task DeputyWhoseLaptopItIs_SeesWhatSheSawBefore_AndTheLeadsDoNotKnowEither()
    {
        var scene = await CustodyScene.SetAsync(world);
        string[] lists = ["/home", "/custody", "/custody/register"];
        var deputy = await Visitor.SignedInAsync(world, scene.Cast["deputy1"]);
        var before = new List<string>();
        foreach (var list in lists) before.Add((await deputy.GetAsync(list)).Plain());

        var item = await OfAdultAsync(scene, "Devika Upton");

        for (var at = 0; at < lists.Length; at++) (await deputy.GetAsync(lists[at])).Plain().ShouldBe(before[at], lists[at]);
        foreach (var page in new[] { "", "/isolate", "/hand-over", "/access", "/answers", "/advice", "/keep-from", "/end", "/sheet" }) CustodyScene.ShouldNotBeThere(await scene.OpenAsync("deputy1", item + page));
        // A device of a colleague tells of an allegation, and that is the head's: the team does not meet it by itself.
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("dsl", item));
        (await scene.OpenAsync("head", item)).Text.ShouldContain("Devika Upton");
        (await scene.OpenAsync("head", "/custody/register")).Text.ShouldContain("Laptop 14");
    }

    [Fact]
    public async Task TechnicianWhoseLaptopItIs_GetsNoLetter_AndMeetsNothing()
    {
        var scene = await CustodyScene.SetAsync(world);

        var item = await OfAdultAsync(scene, "Tobias Eckhart", "head");
        await world.SendLettersAsync();

        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("technician", item));
        (await scene.OpenAsync("technician", "/custody")).Text.ShouldContain("Nothing is held");
        world.Post.Sent.ShouldNotContain(letter => letter.To == scene.Cast["technician"].Email);
    }

    [Fact]
    public async Task Technician_ReadsNoNameThatSomebodyElseWrote()
    {
        var scene = await CustodyScene.SetAsync(world);

        var item = await scene.TakeInAsync("dsl", "Pupil", "Polly Upwood");

        var page = await scene.OpenAsync("technician", item);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldNotContain("Upwood");
        (await scene.OpenAsync("deputy1", item)).Text.ShouldContain("A pupil's: Polly Upwood");
    }

    [Fact]
    public async Task MotherOfThePupil_WhoIsDeputy_DoesNotMeetTheItem()
    {
        var scene = await CustodyScene.SetAsync(world);
        await world.RelateAsync(scene.Cast["deputy1"], scene.Cast["pupil"], RelationKind.ParentOf);

        var item = await scene.TakeInAsync("technician", "Pupil", "Polly Upwood");

        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("deputy1", item));
        (await scene.OpenAsync("deputy1", "/custody/register")).Text.ShouldNotContain("Laptop 14");
    }

    [Fact]
    public async Task SomebodyConcerned_IsKeptFromItByName()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();

        await scene.SubmitAsync("head", item + "/keep-from", "Keep them from it", form => form.Set("Name", "Duncan Yardley"));

        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("deputy2", item));
        (await scene.OpenAsync("deputy1", item)).Status.ShouldBe(HttpStatusCode.OK);
        (await scene.OpenAsync("technician", item)).Text.ShouldNotContain("kept from learning");
    }

    [Fact]
    public async Task DeviceOfAnAdult_IsNotTakenWithoutThePolice()
    {
        var scene = await CustodyScene.SetAsync(world);

        var after = await (await scene.OpenAsync("technician", "/custody/items/new")).SubmitAsync(form => form.Set("What", "Phone").Set("Belongs", "Adult").Set("FoundWhere", "Staff room").Set("SealedHow", "Bag").Set("StoredWhere", "Safe"), "Take it into custody");

        after.Errors.ShouldBe(["Write down who of the police said how and when it may be taken, with their reference"]);
        after.Text.ShouldContain("The police decide how and when");
    }

    [Theory]
    [InlineData("deputy1")]
    [InlineData("teacher")]
    [InlineData("other-dsl")]
    public async Task Hidden_AnswersAsAbsent(string part)
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = (await OfAdultAsync(scene, "Devika Upton")).Split('/')[^1];
        var visitor = await Visitor.SignedInAsync(world, scene.Cast[part]);
        var absent = RandomReference.New().ToString();
        var pages = (await HousePages.OfAsync(world)).Where(page => page.Template.StartsWith("custody/items/{reference}", StringComparison.Ordinal)).ToList();
        pages.Count.ShouldBeGreaterThan(7);

        foreach (var page in pages)
        {
            string At(string reference) => "/" + page.Template.Replace("{reference}", reference, StringComparison.Ordinal);
            (await visitor.GetAsync(At(item))).Plain(item).ShouldBe((await visitor.GetAsync(At(absent))).Plain(absent), page.Template);
            foreach (var handler in page.Posts)
            {
                var query = handler.Length == 0 ? "" : "?handler=" + handler;
                KeyValuePair<string, string>[] fields = [new("To", "x"), new("Name", "x"), new("Reason", "x")];
                (await visitor.PostAsync(At(item) + query, fields)).Plain(item).ShouldBe((await visitor.PostAsync(At(absent) + query, fields)).Plain(absent), page.Template + query);
            }
        }
    }

    private static Task<string> OfAdultAsync(CustodyScene scene, string owner, string part = "head") =>
        scene.TakeInAsync(part, "Adult", owner, form => form.Set("PoliceSaid", "Sergeant Alder, BRK/7/26: today after school"));
}
