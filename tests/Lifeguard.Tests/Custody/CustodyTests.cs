using Lifeguard.Custody.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Custody;

/// <summary>The technician keeps a device; the safeguarding lead answers for it.</summary>
public sealed class CustodyTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("B-223"), Requirement("A-193")]
    public async Task Technician_TakesADeviceIn_AndKeepsTheChainOfWhoHeldIt()
    {
        var scene = await CustodyScene.SetAsync(world);

        (await scene.OpenAsync("technician", "/home")).Text.ShouldContain("Custody: devices and things that are kept");
        var item = await scene.TakeInAsync();
        await scene.SubmitAsync("technician", item + "/hand-over", "Add it to the chain", form => form.Set("To", "Adil Dmitriev").Set("Reason", "Locked away overnight").Set("StoredWhere", "Server room safe"));
        var page = await scene.SubmitAsync("technician", item + "/hand-over", "Add it to the chain", form => form.Set("To", "Harriet Eastwood").Set("Reason", "Handed to the head for the police").Set("PoliceReference", "BRK/9/26"));

        page.Path.ShouldBe(item);
        page.Text.ShouldContain("TBR-0417");
        page.Text.ShouldContain("From Tobias Eckhart to Adil Dmitriev. Locked away overnight Stored: Server room safe");
        page.Text.ShouldContain("From Adil Dmitriev to Harriet Eastwood. Handed to the head for the police Police reference BRK/9/26");
        page.Text.ShouldContain("In the hands ofHarriet Eastwood");
    }

    [Fact]
    public async Task HandoverSentTwice_IsOneLink()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();
        var form = await scene.OpenAsync("technician", item + "/hand-over");

        await form.SubmitAsync(one => one.Set("To", "Adil Dmitriev").Set("Reason", "Overnight"));
        var again = await form.SubmitAsync(one => one.Set("To", "Adil Dmitriev").Set("Reason", "Overnight"));

        again.Path.ShouldBe(item);
        (await scene.JournalAsync("ItemHandedOver")).ShouldHaveSingleItem();
    }

    [Fact]
    [Requirement("B-224"), Requirement("B-226")]
    public async Task Technician_IsolatesOnlyAfterTheLeadsAnswers_AndNotWhenTheyAreNo()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();

        var unasked = await scene.SubmitAsync("technician", item + "/isolate", "It is isolated", form => form.Set("HowDone", "Locked away"));
        unasked.Errors[0].ShouldBe("Select what the safeguarding lead answered: is it safe and possible to stop its use?");
        (await scene.IsolateAsync("technician", item, safe: "No")).Text.ShouldContain("did not answer that stopping its use is safe");
        (await scene.OpenAsync("technician", item)).Text.ShouldContain("Safe to stop its use: No");
        await scene.SubmitAsync("dsl", item + "/answers", "Answer", form => form.Set("SafeToStop", "Yes").Set("LeavesChildExposed", "No"));
        await scene.SubmitAsync("technician", item + "/isolate", "It is isolated", form => form.Set("HowDone", "Taken off the network and locked away"));

        var page = await scene.OpenAsync("dsl", item);
        page.Text.ShouldContain("Nobody uses it, since 17 November 2026, 10:20am. Isolated by Tobias Eckhart.");
        page.Text.ShouldContain("Answered by Dalia Sandford");
    }

    [Fact]
    [Requirement("B-225")]
    public async Task Technician_ListsWhoCouldUseIt()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();

        await scene.SubmitAsync("technician", item + "/access", "Add to the list", form => form.Set("Person", "Everybody with a key to room 12").Set("Role", "Staff").Set("AccessBy", "Shared account").Set("LogIn", "room12").Set("Period", "Since September"));

        (await scene.OpenAsync("head", item + "/sheet")).Text.ShouldContain("Everybody with a key to room 12");
    }

    [Fact]
    [Requirement("B-228"), Requirement("A-206")]
    public async Task Release_IsRefusedUntilThePoliceHaveAdvised_ThoughTheyMayTakeItAtAnyTime()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();

        (await scene.EndAsync("technician", item, EndingKind.Returned)).Text.ShouldContain("nobody has said whether a possible offence is in question");
        await OffenceAsync(scene, item, possible: true);
        (await scene.EndAsync("technician", item, EndingKind.Disposed)).Text.ShouldContain("no advice of the police is recorded");
        await scene.AdviseAsync("dsl", item, release: false);
        (await scene.EndAsync("technician", item, EndingKind.Returned)).Text.ShouldContain("The police said that it must not be released");
        (await scene.EndAsync("technician", item, EndingKind.HandedToPolice)).Text.ShouldContain("Write down the police reference");
        await scene.AdviseAsync("dsl", item, release: true);
        var gone = await scene.EndAsync("technician", item, EndingKind.Returned);

        gone.Text.ShouldContain("Returned to its owner: Morgan Ingram");
        gone.Text.ShouldNotContain("We have what we need", customMessage: "the police's words are the lead's");
        (await scene.OpenAsync("dsl", item)).Text.ShouldContain("Sergeant Alder: We have what we need");
    }

    [Fact]
    public async Task PossibleOffence_IsNotThoughtAwayInSchool()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();
        var form = await scene.OpenAsync("dsl", item + "/answers");
        await OffenceAsync(scene, item, possible: true);

        var after = await Offence(form, possible: false);

        after.Text.ShouldContain("That cannot be taken back in school");
        (await scene.OpenAsync("dsl", item + "/answers")).Text.ShouldContain("The police alone lead out of that");
    }

    [Fact]
    [Requirement("A-201"), Requirement("A-203")]
    public async Task Technician_KeepsLogs_WithWhereAndUntilWhen()
    {
        var scene = await CustodyScene.SetAsync(world);
        await scene.SubmitAsync("dsl", "/custody/orders/new", "Put it down", form => form.Set("What", "KeepLogs").Set("Subject", "Proxy log, library").Set("Period", "1 to 14 November").Set("AskedBy", "Dalia Sandford"));

        var order = await (await scene.OpenAsync("technician", "/custody")).FollowAsync("Keep logs from being overwritten");
        var after = await order.SubmitAsync(form => form.Set("Said", "Copied before the rotation").Set("KeptWhere", "Locked share, two administrators").Set("KeptUntil.Day", "1").Set("KeptUntil.Month", "3").Set("KeptUntil.Year", "2027"), "Done");

        after.Text.ShouldContain("Proxy log, library Done 17 November 2026, 10:20am by Tobias Eckhart. Kept until 1 March 2027");
    }

    [Fact]
    public async Task AddressToBlock_IsARequestToWhoeverRunsTheFilter_AndNeverALink()
    {
        var scene = await CustodyScene.SetAsync(world);

        await scene.SubmitAsync("technician", "/custody/orders/new", "Put it down", form => form.Set("What", "BlockAddress").Set("Address", "https://harm.example.org/x").Set("RequestedFrom", "Brackenshire broadband").Set("AskedBy", "Dalia Sandford"));

        var page = await scene.OpenAsync("technician", "/custody");
        page.Text.ShouldContain("Have an address blocked");
        page.Document.QuerySelectorAll("a[href*='harm.example.org']").ShouldBeEmpty();
    }

    [Fact]
    public async Task PagesOfCustody_TakeNoFile()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();

        foreach (var page in new[] { "/custody/items/new", item, item + "/isolate", item + "/hand-over", item + "/access", item + "/answers", item + "/advice", item + "/end", "/custody/orders/new", "/confiscations/new", "/searches/new" })
            (await scene.OpenAsync("dsl", page)).Document.QuerySelectorAll("input[type=file], form[enctype*=multipart]").ShouldBeEmpty(page);
    }

    private static async Task OffenceAsync(CustodyScene scene, string item, bool possible) =>
        (await Offence(await scene.OpenAsync("dsl", item + "/answers"), possible)).Path.ShouldBe(item);

    private static Task<PageSeen> Offence(PageSeen page, bool possible) => page.SubmitAsync(form => form.Set("Possible", possible ? "true" : "false").Set("Because", "Asked the duty officer"), "Settle it");
}
