using Lifeguard.Incidents.Model;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class LinkTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("B-100")]
    public async Task EarlierRecord_OfTheSameChild_IsSuggestedAndLinked()
    {
        var scene = await WorkScene.SetAsync(world);
        var earlier = await scene.Desk.RaiseAsync("Before", false, scene.Desk.Pupil());

        var page = await scene.OpenAsync("links");
        await page.SubmitAsync(form => form.Set("Other", earlier.Reference.ToString()).Set("Kind", "repeat"));

        page.Text.ShouldContain(earlier.Reference.Short);
        (await scene.RowsAsync<IncidentLink>(link => link.FromId == scene.Record.Id)).ShouldHaveSingleItem().ToId.ShouldBe(earlier.Id);
        (await scene.OpenAsync("links")).Text.ShouldContain("Linked already");
    }

    [Fact]
    public async Task AllegationAboutTheSameChild_IsNeitherSuggestedNorLinkableByItsAddress()
    {
        var scene = await WorkScene.SetAsync(world);
        var hidden = await scene.Desk.RaiseAsync("Hidden", false, scene.Desk.Adult("teacher2"), scene.Desk.Pupil());
        hidden.RecordKind.ShouldBe(RecordKind.Allegation);

        var page = await scene.OpenAsync("links");
        var after = await page.SubmitAsync(form => form.Set("Other", "by-address").Set("OtherAddress", $"https://school.example.org/incidents/{hidden.Reference}").Set("Kind", "repeat"));

        page.Text.ShouldNotContain(hidden.Reference.Short);
        after.Errors.ShouldBe(["There is no such record that you can open"]);
    }

    [Fact]
    public async Task Link_ToAnAllegation_LeavesNoTraceInTheOtherChronology()
    {
        var desk = await DeskScene.SetAsync(world);
        var concern = await desk.RaiseAsync("Seen by both", false, desk.Pupil());
        await desk.ChangeAsync(concern, (_, incident) =>
        {
            incident.Join(desk.Cast["head"].IdentityId);
            incident.HandOver(desk.Cast["head"].IdentityId);
        });
        var allegation = await desk.RaiseAsync("Hidden", false, desk.Adult("teacher2"), desk.Pupil());
        var head = await desk.AsAsync("head");

        await (await head.GetAsync($"/incidents/{concern.Reference}/links")).SubmitAsync(form => form.Set("Other", allegation.Reference.ToString()).Set("Kind", "same-group"));

        var scene = new WorkScene(world, desk, concern, head);
        (await scene.RowsAsync<JournalRow>(row => row.Act == "IncidentsLinked" && row.RecordId == concern.Id)).ShouldBeEmpty();
        (await scene.RowsAsync<JournalRow>(row => row.Act == "IncidentsLinked" && row.RecordId == allegation.Id)).ShouldHaveSingleItem();
    }
}
