using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.Guards;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Children;

/// <summary>A file that one may not know and a file that is not there give the same answer, on every page about a child, read or sent to.</summary>
public sealed class HiddenFileTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("deputy1")]
    [InlineData("head")]
    [InlineData("teacher")]
    [InlineData("other-dsl")]
    [InlineData("administrator")]
    public async Task Hidden_AnswersAsAbsent(string part)
    {
        var scene = await FileScene.SetAsync(world);
        await scene.FatherMustNotBeToldAsync();
        var fact = (await scene.RowsAsync<Lifeguard.Children.Model.ChildFact>()).Single(one => one.FileId == scene.File.Id).Id;
        await (await scene.OpenAsync("dsl", "/send")).SubmitAsync(button: "Begin");
        await world.RelateAsync(scene.Cast["deputy1"], scene.Cast["child"], RelationKind.ParentOf);
        var visitor = await Visitor.SignedInAsync(world, scene.Cast[part]);
        var absent = RandomReference.New();
        var pages = (await HousePages.OfAsync(world)).Where(page => page.Template.StartsWith("children/{reference}", StringComparison.Ordinal)).ToList();
        pages.Count.ShouldBeGreaterThan(8);

        foreach (var page in pages)
        {
            string At(RandomReference reference) => "/" + page.Template.Replace("{reference}", reference.ToString(), StringComparison.Ordinal).Replace("{fact:guid}", fact.ToString(), StringComparison.Ordinal);
            (await visitor.GetAsync(At(scene.File.Reference))).Plain(scene.File.Reference.ToString()).ShouldBe((await visitor.GetAsync(At(absent))).Plain(absent.ToString()), page.Template);
            foreach (var handler in page.Posts)
            {
                var query = handler.Length == 0 ? "" : "?handler=" + handler;
                KeyValuePair<string, string>[] fields = [new("Code", "x"), new("Because", "x"), new("Person", scene.Cast["dsl"].IdentityId.ToString())];
                (await visitor.PostAsync(At(scene.File.Reference) + query, fields)).Plain(scene.File.Reference.ToString()).ShouldBe((await visitor.PostAsync(At(absent) + query, fields)).Plain(absent.ToString()), page.Template + query);
            }
        }
    }
}
