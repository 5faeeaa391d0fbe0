using Lifeguard.Custody.Model;
using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Tests.DataProtection;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Custody;

/// <summary>What was held ends as a record does: by its period, looked at, erased by two people and a week.</summary>
public sealed class KeptThingsTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-273")]
    public async Task Confiscation_GivenBackYearsAgo_IsReviewed_AndErasedByTwoAfterAWeek()
    {
        var scene = await CustodyScene.SetAsync(world);
        var thing = await TakeAsync(scene);
        await AgoAsync("confiscation", 7);
        (await ReviewAsync(scene, "dsl")).Text.ShouldNotContain(Called(thing), Case.Sensitive, "nobody has given it back");

        await scene.SubmitAsync("teacher", thing.Path, "It is given back", form => form.Set("ToParent", "true").Set("ReceivedBy", "Pamela Arden"));
        (await ReviewAsync(scene, "dsl")).Text.ShouldNotContain(Called(thing), Case.Sensitive, "it was given back today");
        await AgoAsync("confiscation", 7);

        (await ReviewAsync(scene, "dsl")).Text.ShouldContain(Called(thing));
        (await ReviewAsync(scene, "data-protection")).Text.ShouldContain(Called(thing));
        var row = (await scene.RowsAsync<Confiscation>()).Single(one => one.Org == scene.Cast.School);
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("teacher", KeptRecord.PageOf(row.Id)));
        await EraseAsync(scene, row.Id, "dsl", "head");
        (await scene.RowsAsync<Confiscation>()).ShouldNotContain(one => one.Id == row.Id);
        (await scene.JournalAsync("ThingConfiscated")).ShouldAllBe(one => one.Payload == null);
        (await scene.RowsAsync<Tombstone>()).ShouldContain(one => one.RecordId == row.Id && one.Class == "confiscations");
    }

    [Fact]
    [Requirement("A-273")]
    public async Task Item_EndsWithItsChain_AndWhoeverIsKeptFromItNeverMeetsItThere()
    {
        var scene = await CustodyScene.SetAsync(world);
        var page = await scene.TakeInAsync("technician");
        var item = (await scene.RowsAsync<Item>()).Single(one => one.Org == scene.Cast.School);
        await world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update custody_item set barred = array[{scene.Cast["data-protection"].IdentityId}] where id = {item.Id}"));
        await scene.EndAsync("technician", page, EndingKind.HandedToPolice, "BRK/1234/26");
        await AgoAsync("custody_item", 7);

        (await ReviewAsync(scene, "head")).Text.ShouldContain($"Item {item.Reference.Short}");
        var lead = await ReviewAsync(scene, "data-protection");
        lead.Text.ShouldNotContain("Item ");
        await EraseAsync(scene, item.Id, "head", "dsl");

        (await scene.RowsAsync<Item>()).ShouldNotContain(one => one.Id == item.Id);
        (await scene.RowsAsync<Handover>()).ShouldNotContain(one => one.ItemId == item.Id);
        (await ReviewAsync(scene, "data-protection")).Text.ShouldNotContain("custody", Case.Insensitive);
    }

    [Fact]
    public async Task WhatBelongsToARecord_AndWhatIsNotFinished_IsNotReviewedHere()
    {
        var scene = await CustodyScene.SetAsync(world);
        await scene.TakeInAsync("technician");
        var tied = await scene.TakeInAsync("technician");
        await scene.EndAsync("technician", tied, EndingKind.HandedToPolice, "BRK/1234/26");
        var other = (await scene.RowsAsync<Item>()).Single(one => one.Org == scene.Cast.School && one.Ending is not null);
        await world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update custody_item set record_id = {scene.Cast.School} where id = {other.Id}"));
        await AgoAsync("custody_item", 30);

        foreach (var part in new[] { "head", "data-protection" }) (await ReviewAsync(scene, part)).Text.ShouldNotContain("Item ");
    }

    private static string Called(PageSeen page) => $"Confiscation {RandomReference.Parse(page.Path.Split('/')[^1], null).Short}";

    private static async Task<PageSeen> TakeAsync(CustodyScene scene) => await scene.SubmitAsync("teacher", "/confiscations/new", "Write it down", form =>
        form.Set("What", "Phone, blue case").Set("Pupil", "Polly Upwood").Set("Reason", "disturbed-a-lesson").Set("KeptWhere", "Drawer of room 12"));

    private static Task<PageSeen> ReviewAsync(CustodyScene scene, string part) => scene.OpenAsync(part, "/retention/review");

    private async Task EraseAsync(CustodyScene scene, Guid record, string first, string second)
    {
        var page = KeptRecord.PageOf(record) + "/purge";
        await RetentionScene.SureAsync(await scene.OpenAsync(first, page), "Propose to erase it");
        (await RetentionScene.SureAsync(await scene.OpenAsync(second, page), "Confirm: it may be erased")).Text.ShouldContain("It goes in 7 days.");
        for (var day = 0; day < 8; day++)
        {
            world.Clock.Pass(TimeSpan.FromDays(1));
            await world.DoAsync(services => services.GetRequiredService<IRetention>().RunDueAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>As if all of it had been so many years ago.</summary>
    private Task<int> AgoAsync(string table, int years) => world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlRawAsync(table switch
    {
        "confiscation" => $"update confiscation set taken_at = taken_at - interval '{years} years', given_back_at = given_back_at - interval '{years} years'",
        _ => $"update custody_item set taken_in_at = taken_in_at - interval '{years} years', ending_at = ending_at - interval '{years} years'",
    }));
}
