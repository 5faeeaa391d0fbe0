using Lifeguard.Children.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Tests.Children;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Work;

/// <summary>What the school knows already is said beside the question, and a person answers it.</summary>
public sealed class CaseKnowsTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("self-harm", "Is a mental-health team, a GP or social care with the child already?", "The child's file names who helps already.")]
    [InlineData("sharing", "Is there somebody who must not find the child or the family?", "A child's file speaks of an order, of care, or of somebody who must not be told.")]
    public async Task ChildsFile_IsOfferedToTheQuestion_AndAnswersNothing(string flow, string question, string says)
    {
        var scene = await WorkScene.SetAsync(world);
        var asked = await AskedAsync(scene, flow, question);
        asked.Text.ShouldNotContain(says);
        var files = new FileScene(world, scene.Desk.Cast, await FileScene.BegunAsync(world, scene.Desk.Cast["child"]));
        await files.EnterAsync(FactKind.Professional, form => form.Set("Key", "mental-health").Set("Named", "Nadia Whitcombe"));
        await files.FatherMustNotBeToldAsync();

        var page = await scene.Browser.GetAsync(asked.Path);

        page.Text.ShouldContain(question);
        page.Text.ShouldContain(says);
        page.Document.QuerySelectorAll("input[name=Said][checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("yes");
        (await scene.RowsAsync<RunAnswer>(one => one.IncidentId == scene.Record.Id && one.Asks == question)).ShouldBeEmpty();
    }

    [Fact]
    public async Task FileThatIsKeptFromSomebody_IsNotOfferedToThem()
    {
        var scene = await WorkScene.SetAsync(world);
        var files = new FileScene(world, scene.Desk.Cast, await FileScene.BegunAsync(world, scene.Desk.Cast["child"]));
        await files.FatherMustNotBeToldAsync();
        await (await files.OpenAsync("dsl", "/kept-from")).SubmitAsync(form => form.Set("Person", scene.Desk.Cast["deputy1"].IdentityId.ToString()));
        var asked = await AskedAsync(scene, "sharing", "Is there somebody who must not find the child or the family?");

        var page = await (await scene.Desk.AsAsync("deputy1")).GetAsync(asked.Path);

        page.Text.ShouldContain("Is there somebody who must not find the child or the family?");
        page.Text.ShouldNotContain("A child's file speaks of");
        (await scene.Browser.GetAsync(asked.Path)).Text.ShouldContain("A child's file speaks of");
    }

    /// <summary>Answers until this question is asked.</summary>
    private static async Task<PageSeen> AskedAsync(WorkScene scene, string flow, string question)
    {
        var page = await (await scene.OpenAsync("respond")).SubmitAsync(form => form.Set("Flow", flow));
        for (var asked = 0; asked < 30 && !page.Text.Contains(question, StringComparison.Ordinal); asked++)
        {
            var answers = page.Document.QuerySelectorAll("input[name=Said]").Select(one => one.GetAttribute("value")!).ToList();
            page = await page.SubmitAsync(form => form.Set("Said", answers.Contains("no") ? "no" : answers[0]));
        }

        page.Text.ShouldContain(question);
        return page;
    }
}
