using System.Net;
using Lifeguard.DataProtection.Model;
using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.DataProtection;

/// <summary>What is due is listed for those who may know of it, and nothing goes by itself.</summary>
public sealed class ReviewTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-273")]
    public async Task OldRecord_IsListedForItsDesk_WithTheWayToDecide_AndForTheLeadWithoutOne()
    {
        var scene = await RetentionScene.SetAsync(world);
        var old = await scene.RecordAsync();
        var young = await scene.RecordAsync(yearsAgo: 3);

        var desk = await scene.ReviewAsync("dsl");
        var lead = await scene.ReviewAsync("lead");

        foreach (var page in new[] { desk, lead })
        {
            page.Text.ShouldContain(old.Reference.Short);
            page.Text.ShouldContain("the safeguarding team");
            page.Text.ShouldNotContain(young.Reference.Short);
            page.Html.ShouldNotContain(scene.Word);
        }

        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{old.Reference}/readings")).Text.ShouldContain("Lydia ProtheroSaw it in the list of what is due for review");
        (await desk.FollowAsync(old.Reference.Short)).Heading.ShouldBe("How long it is kept");
        lead.Html.ShouldNotContain(old.Reference.ToString());
        (await (await scene.AsAsync("lead")).GetAsync($"/incidents/{old.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await scene.AsAsync("dsl")).GetAsync("/home")).Text.ShouldContain("The period of a record is over: decide what becomes of it");
        (await (await scene.AsAsync("teacher")).GetAsync("/retention/review")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SeveralChildren_TheLongestPeriodHolds()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync(yearsAgo: 12);
        await scene.BornOnAsync("child", new DateOnly(2000, 1, 1));
        await scene.BornOnAsync("pupil", new DateOnly(2002, 1, 2));

        (await scene.ReviewAsync("dsl")).Text.ShouldNotContain(record.Reference.Short);
        (await scene.KeepingAsync(record, "dsl")).Text.ShouldContain("2 January 2027");

        await scene.BornOnAsync("pupil", new DateOnly(2001, 1, 2));
        (await scene.ReviewAsync("dsl")).Text.ShouldContain(record.Reference.Short);
    }

    [Fact]
    public async Task AllegationAboutTheLead_NeverShowsWithThem_NeitherInARowNorInACount()
    {
        var scene = await RetentionScene.SetAsync(world);
        var before = await scene.ReviewAsync("lead");
        var home = await (await scene.AsAsync("lead")).GetAsync("/home");

        var about = await scene.RecordAsync(40, true, new Lifeguard.Incidents.Storage.Named(scene.Lead.PersonId, scene.Lead.Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt));

        (await scene.ReviewAsync("lead")).Text.ShouldBe(before.Text);
        (await (await scene.AsAsync("lead")).GetAsync("/home")).Text.ShouldBe(home.Text);
        (await scene.ReviewAsync("head")).Text.ShouldContain(about.Reference.Short);
    }

    [Fact]
    [Requirement("B-300")]
    public async Task School_ChoosesItsOwnPeriod_WhichIsMarkedAsItsChoice()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync(yearsAgo: 8);
        var lead = await scene.AsAsync("lead");
        (await lead.GetAsync("/home")).Text.ShouldContain("nobody has said that it is the school's choice");
        (await scene.ReviewAsync("dsl")).Text.ShouldNotContain(record.Reference.Short);

        var page = await lead.GetAsync("/retention");
        page.Text.ShouldContain("Nobody has confirmed this");
        var wrong = await page.SubmitAsync(form => form.Set("Years", "0").Set("Basis", nameof(RetentionBasis.Closed)));
        wrong.Errors.ShouldBe(["The years must be a number from 1 to 100"]);
        var after = await page.SubmitAsync(form => form.Set("Years", "7").Set("Basis", nameof(RetentionBasis.Closed)));

        after.Text.ShouldContain("Until 7 years after it was closed. The school's choice: Lydia Prothero");
        (await scene.ReviewAsync("dsl")).Text.ShouldContain(record.Reference.Short);
        (await scene.RowsAsync<RetentionRule>(rule => rule.Org == scene.Desk.Cast.School)).ShouldHaveSingleItem().Years.ShouldBe(7);
    }

    [Fact]
    public async Task KeptUntil_NeedsAReason_AndTakesItOffTheListUntilThen()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        var page = await scene.KeepingAsync(record, "dsl");

        var without = await page.SubmitAsync(form => form.Set("Until.Day", "1").Set("Until.Month", "9").Set("Until.Year", "2030"), "Keep it until then");
        without.Errors.ShouldBe(["Say why it is kept for longer"]);
        await page.SubmitAsync(form => form.Set("Until.Day", "1").Set("Until.Month", "9").Set("Until.Year", "2030").Set("KeepWhy", "A brother is still here."), "Keep it until then");

        (await scene.KeepingAsync(record, "dsl")).Text.ShouldContain("Until 1 September 2030, Dalia Sandford: A brother is still here.");
        (await scene.ReviewAsync("dsl")).Text.ShouldNotContain(record.Reference.Short);
        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}")).Text.ShouldContain("It is kept until 1 September 2030.");
    }

    [Fact]
    public async Task Hold_IsPlacedWithItsReason_KeepsTheRecord_AndIsLiftedByADeed()
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();

        await (await scene.KeepingAsync(record, "dsl")).SubmitAsync(form => form.Set("Kind", "Police").Set("HoldWhy", "Asked for on Monday."), "Hold the record");

        (await scene.KeepingAsync(record, "deputy1")).Text.ShouldContain("A police investigation: Asked for on Monday.");
        (await scene.ReviewAsync("lead")).Text.ShouldContain("A police investigation");
        (await scene.ReviewAsync("lead")).Text.ShouldNotContain("Asked for on Monday");
        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}/purge")).Text.ShouldContain("There is nothing to propose or confirm now.");

        await (await scene.KeepingAsync(record, "deputy1")).SubmitAsync(button: "Lift this hold");
        var hold = (await scene.RowsAsync<Hold>(one => one.RecordId == record.Id)).ShouldHaveSingleItem();
        hold.LiftedByName.ShouldBe("Devika Upton");
        (await scene.JournalAsync(record)).ShouldContain(row => row.Act == "HoldLifted");
    }
}
