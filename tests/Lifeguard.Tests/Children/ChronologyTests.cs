using System.Net;
using System.Text;
using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Children;

/// <summary>The lead takes in what another system recorded, and reads one chronology.</summary>
public sealed class ChronologyTests(World world) : IClassFixture<World>
{
    private const string Header = "Student,Incident Date,Category,Incident,Added By\n";

    [Fact]
    public async Task Lead_SeesAPreview_SaysWhoIsMeant_AndFindsTheEntries()
    {
        var scene = await FileScene.SetAsync(world);
        var lead = await scene.AsAsync("dsl");

        var preview = await ChooseAsync(lead, Header + "Chloe Ingram,2025-03-14,Online safety,<p>She told Miss Earle.</p>,T Earle\nZara Quill,2025-03-15,x,Not ours,T Earle\nChloe Ingram,,x,No date,y\n");
        preview.Heading.ShouldBe("What would come in");
        preview.Text.ShouldContain("Pupil 1: Chloe Ingram, without a date of birth, 1 entry");
        preview.Text.ShouldContain("Zara Quill, 1 entry");
        preview.Text.ShouldContain("The row has no date.");
        (await preview.SubmitAsync(button: "Take them in")).Errors.ShouldBe(["Say who is meant by pupil 1, or leave their entries out"]);
        (await scene.RowsAsync<ChildEntry>()).ShouldNotContain(entry => entry.FileId == scene.File.Id, "nothing is changed before somebody says yes");

        await preview.SubmitAsync(form => form.Set("Answers", $"1:{scene.Cast["child"].PersonId}"), "Take them in");
        await RunAsync();
        var done = await lead.GetAsync(preview.Path);
        done.Text.ShouldContain("1 entries were taken in, for 1 child");

        var chronology = await lead.GetAsync(scene.Page + "/chronology");
        chronology.Text.ShouldContain("From CPOMS, taken in on 17 November 2026, by Dalia Sandford");
        chronology.Text.ShouldContain("She told Miss Earle.");
        chronology.Text.ShouldContain("14 March 2025");
        (await lead.GetAsync(scene.Page + "/chronology/print")).Html.ShouldContain("She told Miss Earle.");
        var stored = (await scene.RowsAsync<ChildEntry>()).Single(entry => entry.FileId == scene.File.Id);
        Encoding.UTF8.GetString(stored.Sealed).ShouldNotContain("Earle");
        (await scene.RowsAsync<ChronologyImport>()).Where(import => import.Org == scene.Cast.School).ShouldAllBe(import => import.File == null && import.Plan == null && import.Answers == null);
    }

    [Fact]
    public async Task SecondTime_ChangesNothing()
    {
        var scene = await FileScene.SetAsync(world);
        var lead = await scene.AsAsync("dsl");
        const string Export = Header + "Chloe Ingram,2025-03-14,x,One,y\nChloe Ingram,2025-03-14,x,Two,y\nChloe Ingram,2025-03-14,x,Two,y\n";
        await TakeInAsync(lead, scene, Export);

        await TakeInAsync(lead, scene, Export);

        (await scene.RowsAsync<ChildEntry>()).Count(entry => entry.FileId == scene.File.Id).ShouldBe(2);
        (await scene.JournalAsync("EntriesTakenIn")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FileThatCannotBeTaken_IsRefusedInWords()
    {
        var scene = await FileScene.SetAsync(world);

        var refused = await ChooseAsync(await scene.AsAsync("dsl"), "Name,When\nx,y\n");

        refused.Heading.ShouldBe("The file was not taken");
        refused.Text.ShouldContain("has no column for what happened");
    }

    [Fact]
    public async Task ColleaguesImport_IsNotThereForOthers()
    {
        var scene = await FileScene.SetAsync(world);
        var preview = await ChooseAsync(await scene.AsAsync("dsl"), Header + "Chloe Ingram,2025-03-14,x,One,y\n");

        FileScene.ShouldNotBeThere(await (await scene.AsAsync("deputy2")).GetAsync(preview.Path));
        FileScene.ShouldNotBeThere(await (await scene.AsAsync("head")).GetAsync(preview.Path));
    }

    [Fact]
    public async Task ParentWhoIsDeputy_DoesNotTakeInEntriesAboutTheirOwnChild()
    {
        var scene = await FileScene.SetAsync(world);
        await world.RelateAsync(scene.Cast["deputy1"], scene.Cast["child"], Lifeguard.Organisation.Contracts.RelationKind.ParentOf);

        var preview = await ChooseAsync(await scene.AsAsync("deputy1"), Header + "Chloe Ingram,2025-03-14,x,One,y\nPolly Upwood,2025-03-14,x,One,y\n");

        preview.Text.ShouldContain("Pupil 2: Polly Upwood");
        preview.Document.QuerySelectorAll("option").Select(option => option.TextContent).ShouldNotContain(option => option.StartsWith("Chloe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EntryAboutAnAdult_IsKeptFromWhoeverItMayMean_AndMentionsAreNot()
    {
        var scene = await FileScene.SetAsync(world);
        await TakeInAsync(await scene.AsAsync("deputy2"), scene, Header
            + "Chloe Ingram,2025-03-14,Staff concern,She said that Mrs Sandford shouted at her.,D Yardley\nChloe Ingram,2025-03-15,Attendance,Mrs Sandford rang her mother.,D Yardley\n");

        var named = await scene.OpenAsync("dsl", "/chronology");
        named.Text.ShouldNotContain("shouted");
        named.Text.ShouldContain("rang her mother");
        var other = await scene.OpenAsync("deputy2", "/chronology");
        other.Text.ShouldContain("shouted");
        other.Text.ShouldContain("Seems to be about an adult");
        (await scene.OpenAsync("dsl", "/chronology/print")).Html.ShouldNotContain("shouted");
    }

    [Fact]
    public async Task Chronology_HoldsTheRecordsThatTheViewerMayKnow_AndNoTraceOfOthers()
    {
        var work = await WorkScene.SetAsync(world);
        var scene = new FileScene(world, work.Desk.Cast, await FileScene.BegunAsync(world, work.Desk.Cast["child"]));
        var hidden = await work.Desk.RaiseAsync("About the lead", false, work.Desk.Pupil(), new(work.Desk.Cast["dsl"].PersonId, "Dalia Sandford", Lifeguard.Incidents.Model.NamedAs.AdultHere, Lifeguard.Incidents.Model.Part.SaidToHaveDoneIt));

        var chronology = await scene.OpenAsync("dsl", "/chronology");

        chronology.Text.ShouldContain($"Incident {work.Record.Reference.Short}");
        chronology.Text.ShouldNotContain(hidden.Reference.Short);
        (await chronology.FollowAsync($"Incident {work.Record.Reference.Short}")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{work.Record.Reference}/readings")).Text.ShouldContain("Saw it in a child's chronology");
    }

    [Fact]
    public async Task Home_SaysThatAnExportWaits()
    {
        var scene = await FileScene.SetAsync(world);
        var lead = await scene.AsAsync("dsl");
        await ChooseAsync(lead, Header + "Chloe Ingram,2025-03-14,x,One,y\n");

        (await (await lead.GetAsync("/home")).FollowAsync("Look at what another system's export would bring")).Heading.ShouldBe("What would come in");
        (await (await scene.AsAsync("deputy2")).GetAsync("/home")).Text.ShouldNotContain("another system");
    }

    private async Task TakeInAsync(Browser browser, FileScene scene, string export)
    {
        var preview = await ChooseAsync(browser, export);
        await preview.SubmitAsync(form => form.Set("Answers", $"1:{scene.Cast["child"].PersonId}"), "Take them in");
        await RunAsync();
    }

    private async Task<PageSeen> ChooseAsync(Browser browser, string export)
    {
        var chosen = await (await browser.GetAsync("/children/imports/new")).SendFileAsync(browser, "Chosen", "cpoms.csv", Encoding.UTF8.GetBytes(export), ("Source", "CPOMS"));
        chosen.Heading.ShouldBe("The export is being read", chosen.Text);
        await RunAsync();
        return await browser.GetAsync(chosen.Path);
    }

    private Task RunAsync() => world.DoAsync(async services =>
    {
        while (await services.GetRequiredService<IChronologyImports>().RunNextAsync(CancellationToken.None))
        {
        }
    });
}
