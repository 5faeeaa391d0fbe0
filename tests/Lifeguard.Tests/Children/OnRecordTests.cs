using Lifeguard.Children.Model;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.Work;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Tests.Children;

/// <summary>What whoever works on a record about a child sees of the child's file.</summary>
public sealed class OnRecordTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-181"), Requirement("B-324")]
    public async Task ParentsPage_NamesWhoMustNotBeTold_WithTheReason()
    {
        var (scene, file) = await SetAsync();
        await file.FatherMustNotBeToldAsync();

        (await scene.OpenAsync("parents")).Text.ShouldContain("Ivo Ingram (father) must not be told about Chloe Ingram: Prohibited steps order of the family court");
    }

    [Fact]
    public async Task Record_ShowsAFewLines_AndLeadsTheLeadToTheFile()
    {
        var (scene, file) = await SetAsync();
        await file.FatherMustNotBeToldAsync();
        await file.EnterAsync(FactKind.Need, form => form.Set("Named", "Autism").Set("Detail", "Short sentences"));
        await file.EnterAsync(FactKind.Professional, form => form.Set("Key", "social-worker").Set("Named", "Sol Whitcombe").Set("Telephone", "01632 960111"));
        await file.EnterAsync(FactKind.Status, form => form.Set("Key", "child-protection-plan").Set("Detail", "The story of it"));

        var record = await scene.ShowAsync();

        record.Text.ShouldContain("Autism. What helps: Short sentences");
        record.Text.ShouldContain("Social worker: Sol Whitcombe, 01632 960111");
        record.Text.ShouldContain("Child protection plan");
        record.Text.ShouldContain("Must not be told Ivo Ingram (father): Prohibited steps order");
        record.Text.ShouldNotContain("The story of it");
        (await record.FollowAsync("Open the child's file")).Heading.ShouldBe("Chloe Ingram");
    }

    [Fact]
    public async Task RecordsWorkerWhoIsTheChildsParent_SeesNothingOfTheFile()
    {
        var (scene, file) = await SetAsync("deputy1");
        await file.FatherMustNotBeToldAsync();
        (await scene.ShowAsync()).Text.ShouldContain("Ivo Ingram");

        await world.RelateAsync(scene.Desk.Cast["deputy1"], scene.Desk.Cast["child"], RelationKind.ParentOf);

        (await scene.ShowAsync()).Text.ShouldNotContain("Ivo Ingram");
        (await scene.OpenAsync("parents")).Text.ShouldNotContain("Ivo Ingram");
    }

    private async Task<(WorkScene Scene, FileScene File)> SetAsync(string as_ = "dsl")
    {
        var scene = await WorkScene.SetAsync(world, as_: as_);
        return (scene, new FileScene(world, scene.Desk.Cast, await FileScene.BegunAsync(world, scene.Desk.Cast["child"])));
    }
}
