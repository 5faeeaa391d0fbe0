using Lifeguard.Ui.Tags;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Ui;

public sealed class ErrorSummaryTests
{
    private static readonly TagPart Summary = new(new ErrorSummaryTag());

    [Fact]
    public void Summary_AboveFields_FollowsTheOrderOfThePage()
    {
        var rig = new TagRig();
        rig.State.AddModelError("When", "Enter when it happened");
        rig.State.AddModelError("Story", "Enter what happened");
        rig.State.AddModelError("Who", "Enter who it is about");

        var html = rig.Html(Summary, Input("Who"), Input("Story"), new TagPart(new DateInputTag { Name = "When" }));

        Links(html).ShouldBe(["#Who Enter who it is about", "#Story Enter what happened", "#When-day Enter when it happened"]);
    }

    [Fact]
    public void Summary_WithFieldInsideAChoice_PutsTheQuestionBeforeIt()
    {
        var rig = new TagRig();
        rig.State.AddModelError("Rang", "Enter whom you rang");
        rig.State.AddModelError("Danger", "Say whether anybody is in danger");
        var yes = new TagPart(new RadioTag { Value = "yes", Label = "Yes" }) { Children = [Input("Rang")] };

        var html = rig.Html(Summary, new TagPart(new RadiosTag { Name = "Danger", Legend = "Is anybody in danger?" }) { Children = [yes] });

        Links(html).ShouldBe(["#Danger Say whether anybody is in danger", "#Rang Enter whom you rang"]);
    }

    [Theory, InlineData("Children[0].Name", "Children_0__Name"), InlineData("Answers.Where", "Answers_Where")]
    public void Summary_OfANestedField_LinksToAnIdThatIsOnThePage(string name, string id)
    {
        var rig = new TagRig();
        rig.State.AddModelError(name, "Enter a name");

        var page = PlainDom.Parse(rig.Html(Summary, Input(name)));

        page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#" + id);
        page.QuerySelector("input")!.Id.ShouldBe(id);
        page.QuerySelector("input")!.GetAttribute("name").ShouldBe(name);
    }

    [Fact]
    public void Summary_WithErrorOfNoField_TellsItWithoutALink()
    {
        var rig = new TagRig();
        rig.State.AddModelError("", "Somebody else changed this record");

        var page = PlainDom.Parse(rig.Html(Summary, Input("Who")));

        page.QuerySelector(".govuk-error-summary__list")!.TextContent.ShouldBe("Somebody else changed this record");
        page.QuerySelector(".govuk-error-summary a").ShouldBeNull();
    }

    [Fact]
    public void Summary_PlacedTwice_IsWrittenOnce()
    {
        var rig = new TagRig();
        rig.State.AddModelError("Who", "Enter who it is about");

        var page = PlainDom.Parse(rig.Html(Summary, Input("Who"), new TagPart(new ErrorSummaryTag())));

        page.QuerySelectorAll(".govuk-error-summary").Length.ShouldBe(1);
    }

    [Fact]
    public void Summary_WithoutErrors_IsNotThere()
    {
        var html = new TagRig().Html(Summary, Input("Who"));

        html.ShouldNotContain("govuk-error-summary");
    }

    [Fact]
    public void Summary_DrawsLikeTheFixture()
    {
        var fixture = Fixture.Of("error-summary").Single(found => found.Name == "description");
        var rig = new TagRig();
        rig.State.AddModelError("", "Invalid username or password");

        var html = rig.Html(new TagPart(new ErrorSummaryTag { Description = "Lorem ipsum" }));

        PlainDom.Of(html).ShouldBe(PlainDom.Of(fixture.Html));
    }

    private static TagPart Input(string name) => new(new InputTag { Name = name, Label = name });

    private static IEnumerable<string> Links(string html) =>
        PlainDom.Parse(html).QuerySelectorAll(".govuk-error-summary a").Select(link => $"{link.GetAttribute("href")} {link.TextContent}");
}
