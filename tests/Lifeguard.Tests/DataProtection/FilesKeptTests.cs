using Lifeguard.Children.Model;
using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Tests.Children;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.DataProtection;

/// <summary>A child's file ends as a record does: by its period, looked at, held or erased by two people and a week.</summary>
public sealed class FilesKeptTests(World world) : IClassFixture<World>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("A-273")]
    public async Task FileOfAChildWhoLeft_IsDueByItsPeriod_ForItsTeamAndForTheLead_AndForNobodyElse()
    {
        var scene = await FileScene.SetAsync(world);
        await BornAsync(scene, new DateOnly(1990, 1, 1));
        var called = $"Child's file {scene.File.Reference.Short}";
        (await ReviewAsync(scene, "dsl")).Text.ShouldNotContain(called, Case.Sensitive, "the child is still here");

        await LeftAsync(scene, new DateOnly(2008, 7, 20));
        await (await scene.OpenAsync("dsl", "/kept-from")).SubmitAsync(form => form.Set("Person", scene.Cast["deputy1"].IdentityId.ToString()));

        (await ReviewAsync(scene, "dsl")).Text.ShouldContain(called);
        (await ReviewAsync(scene, "deputy1")).Text.ShouldNotContain(called);
        var lead = await ReviewAsync(scene, "data-protection");
        lead.Text.ShouldContain(called);
        lead.Html.ShouldNotContain(scene.File.Reference.ToString());
        (await (await scene.AsAsync("deputy1")).GetAsync(KeptRecord.PageOf(scene.File.Id))).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await (await scene.AsAsync("head")).GetAsync(KeptRecord.PageOf(scene.File.Id))).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        await BornAsync(scene, new DateOnly(2008, 1, 1));
        (await ReviewAsync(scene, "dsl")).Text.ShouldNotContain(called);
        (await (await scene.OpenAsync("dsl")).FollowAsync("How long the file is kept")).Text.ShouldContain("1 January 2033");
    }

    [Fact]
    public async Task AFileOnItsWay_IsNotOver()
    {
        var scene = await DueAsync();
        await world.DoAsync(async services =>
        {
            var (store, now) = (services.GetRequiredService<Store>(), world.Clock.GetUtcNow());
            store.Add(FileTransfer.Start(scene.File, new DateOnly(2008, 7, 20), now, now));
            (await store.CommitAsync(Deed.OfSystem(scene.File.Org, "Test", now), new Lifeguard.Children.Contracts.ChildFileBegun(scene.File.Ref), Stop)).IsDone.ShouldBeTrue();
        });

        (await ReviewAsync(scene, "dsl")).Text.ShouldNotContain(scene.File.Reference.Short);
    }

    [Fact]
    [Requirement("A-273")]
    public async Task TwoPeopleAndAWeek_EraseAllOfIt_AndATombstoneStays()
    {
        var scene = await FileScene.SetAsync(world);
        await scene.FatherMustNotBeToldAsync();
        await DueAsync(scene);
        var erase = KeptRecord.PageOf(scene.File.Id) + "/purge";

        await RetentionScene.SureAsync(await (await scene.AsAsync("dsl")).GetAsync(erase), "Propose to erase it");
        (await (await scene.AsAsync("dsl")).GetAsync(erase)).Text.ShouldContain("There is nothing to propose or confirm now.");
        (await RetentionScene.SureAsync(await (await scene.AsAsync("deputy1")).GetAsync(erase), "Confirm: it may be erased")).Text.ShouldContain("It goes in 7 days.");
        (await LiveThroughAsync(6)).ShouldBe(0);
        (await LiveThroughAsync(1)).ShouldBe(1);

        (await scene.RowsAsync<ChildFile>()).ShouldNotContain(one => one.Id == scene.File.Id);
        (await scene.RowsAsync<ChildFact>()).ShouldNotContain(one => one.FileId == scene.File.Id);
        (await scene.JournalAsync("FactEntered")).ShouldAllBe(row => row.Payload == null && row.Salt == null);
        (await scene.RowsAsync<Tombstone>()).Single(one => one.RecordId == scene.File.Id).ProposedByName.ShouldBe("Dalia Sandford");
        (await ReviewAsync(scene, "data-protection")).Text.ShouldContain("Dalia Sandford and Devika Upton");
        FileScene.ShouldNotBeThere(await scene.OpenAsync("dsl"));
    }

    [Fact]
    public async Task TheLead_HoldsARecordWithAReason_AndLiftsTheHold_WithoutReadingAnother()
    {
        var scene = await DueAsync();
        await (await (await scene.AsAsync("dsl")).GetAsync(KeptRecord.PageOf(scene.File.Id))).SubmitAsync(form => form.Set("Kind", "Police").Set("HoldWhy", "Asked for on Monday."), "Hold the record");

        var page = await (await ReviewAsync(scene, "data-protection")).FollowAsync("Hold, or lift a hold");
        page.Text.ShouldContain("A police investigation");
        page.Text.ShouldNotContain("Asked for on Monday");
        (await page.SubmitAsync(form => form.Set("Kind", "Complaint"), "Hold the record")).Errors.ShouldBe(["Say which one, and who asked"]);
        await page.SubmitAsync(form => form.Set("Kind", "Complaint").Set("HoldWhy", "The commissioner has written."), "Hold the record");

        (await (await scene.AsAsync("deputy2")).GetAsync(KeptRecord.PageOf(scene.File.Id))).Text.ShouldContain("A complaint: The commissioner has written.");
        (await (await scene.AsAsync("dsl")).GetAsync(KeptRecord.PageOf(scene.File.Id) + "/purge")).Text.ShouldContain("There is nothing to propose or confirm now.");
        var holds = (await scene.RowsAsync<Hold>()).Where(one => one.RecordId == scene.File.Id).ToList();
        var own = holds.Single(one => one.Kind == HoldKind.Complaint);
        var lead = await (await scene.AsAsync("data-protection")).GetAsync(KeptRecord.PageOf(scene.File.Id));
        (await lead.SubmitAsync(button: "Lift it: A complaint")).Errors.ShouldBe(["Say why it need not be held any more"]);
        await lead.SubmitAsync(form => form.Set("LiftWhy", "The commissioner has closed it."), "Lift it: A complaint");

        (await scene.RowsAsync<Hold>()).Single(one => one.Id == own.Id).LiftedByName.ShouldBe("Delyth Pryor");
        (await scene.JournalAsync("HoldLifted")).Single().Payload!.ShouldContain("The commissioner has closed it.");
    }

    [Fact]
    public async Task ATombstone_IsNotShownToWhoeverHadBeenKeptFromTheRecord()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.Desk.ChangeAsync(record, (_, incident) => incident.Barred.Add(scene.Lead.IdentityId));
        await scene.ProposeAsync(record, "dsl");
        await scene.ConfirmAsync(record, "deputy1");
        await scene.LiveThroughAsync(7);
        (await scene.IsThereAsync(record)).ShouldBeFalse();

        (await scene.ReviewAsync("lead")).Text.ShouldNotContain("Dalia Sandford and Devika Upton");
        (await scene.ReviewAsync("dsl")).Text.ShouldContain("Dalia Sandford and Devika Upton");
    }

    private static async Task<PageSeen> ReviewAsync(FileScene scene, string part) => await (await scene.AsAsync(part)).GetAsync("/retention/review");

    private async Task<FileScene> DueAsync(FileScene? of = null)
    {
        var scene = of ?? await FileScene.SetAsync(world);
        await BornAsync(scene, new DateOnly(1990, 1, 1));
        await LeftAsync(scene, new DateOnly(2008, 7, 20));
        return scene;
    }

    private Task<int> BornAsync(FileScene scene, DateOnly day) =>
        world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update person set born_on = {day} where id = {scene.Cast["child"].PersonId}"));

    private Task<int> LeftAsync(FileScene scene, DateOnly day) =>
        world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update person set ended_on = {day} where id = {scene.Cast["child"].PersonId}"));

    private async Task<int> LiveThroughAsync(int days)
    {
        var erased = 0;
        for (var day = 0; day < days; day++)
        {
            world.Clock.Pass(TimeSpan.FromDays(1));
            for (var look = 0; look < 2; look++) erased += await world.DoAsync(services => services.GetRequiredService<IRetention>().RunDueAsync(Stop));
        }

        return erased;
    }
}
