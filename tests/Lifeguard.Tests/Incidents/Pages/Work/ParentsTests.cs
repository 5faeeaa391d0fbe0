using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class ParentsTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-181"), Requirement("B-218")]
    public async Task Told_KeepsWhoHowWhatAndWhen()
    {
        var scene = await WorkScene.SetAsync(world);
        var child = await scene.InvolvementAsync("child");

        var after = await (await scene.OpenAsync("parents")).SubmitAsync(form => form
            .Set("Child", child.ToString()).Set("Decision", "told").Set("WhoWasTold", "Her mother").Set("How", "By telephone").Set("Said", "What happened; she will come in.").Set("ToldTime", "9:15am"));

        after.Path.ShouldBe($"/incidents/{scene.Record.Reference}", after.Text);
        var notice = (await scene.RowsAsync<ParentsNotice>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        notice.Told.ShouldBeTrue();
        notice.At.ShouldBe(DateTimeOffset.Parse("2026-11-17T09:15Z", System.Globalization.CultureInfo.InvariantCulture));
        (await scene.OpenAsync("parents")).Text.ShouldContain("Told, 17 November 2026, 9:15am");
    }

    [Fact]
    public async Task NotYet_BecauseThePoliceAsked_NeedsTheirNameAndADayToLookAgain()
    {
        var scene = await WorkScene.SetAsync(world);
        var child = await scene.InvolvementAsync("child");

        var after = await (await scene.OpenAsync("parents")).SubmitAsync(form => form.Set("Child", child.ToString()).Set("Decision", "not-yet").Set("Reason", "police-asked"));

        after.Errors.ShouldBe(["Name the person who asked to wait, and their agency", "Enter the day this is looked at again"]);
    }

    [Fact]
    public async Task Page_RemindsOfCourtOrdersBeforeAnyLetter()
    {
        var scene = await WorkScene.SetAsync(world);

        (await scene.OpenAsync("parents")).Text.ShouldContain("Look first for court orders");
    }

    [Fact]
    public async Task Post_ForAChildOfAnotherRecord_IsRefused()
    {
        var scene = await WorkScene.SetAsync(world);
        var elsewhere = await WorkScene.OnAsync(world, scene.Desk, takenOn: false, urgent: false, "dsl", scene.Desk.Pupil());
        var stranger = await elsewhere.InvolvementAsync("child");

        var after = await (await scene.OpenAsync("parents")).SubmitAsync(form => form
            .Set("Child", stranger.ToString()).Set("Decision", "told").Set("WhoWasTold", "x").Set("How", "x").Set("Said", "x").Set("ToldTime", "09:00"));

        after.Errors.ShouldBe(["Choose one of the answers on the page"]);
    }
}
