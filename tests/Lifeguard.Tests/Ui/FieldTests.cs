using AngleSharp.Dom;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Ui;

public sealed class FieldTests
{
    [Fact]
    public void Input_AfterAFailedPost_ShowsWhatWasTyped()
    {
        var rig = new TagRig();
        rig.State.SetModelValue("Year", "twelve", "twelve");

        var input = Single(rig.Html(new TagPart(new InputTag { For = For("Year", 7) })), "input");

        input.GetAttribute("value").ShouldBe("twelve");
    }

    [Fact]
    public void Password_AfterAFailedPost_ComesBackEmpty()
    {
        var rig = new TagRig();
        rig.State.SetModelValue("Secret", "correct horse", "correct horse");

        var html = rig.Html(new TagPart(new PasswordInputTag { For = For("Secret", "correct horse"), Label = "Password" }));

        html.ShouldNotContain("correct horse");
    }

    [Theory]
    [InlineData("\nfirst line empty")]
    [InlineData("one\n\ntwo")]
    [InlineData("</textarea><script>")]
    public void Textarea_WithAnyText_GivesItBackUnchanged(string text)
    {
        var area = Single(new TagRig().Html(new TagPart(new TextareaTag { For = For("Story", text) })), "textarea");

        area.TextContent.ShouldBe(text);
    }

    [Fact]
    public void Radios_ForAnEnum_ChooseItsValue()
    {
        var part = new TagPart(new RadiosTag { For = For("Day", DayOfWeek.Friday), Legend = "Day" })
        {
            Children = [new(new RadioTag { Value = "Monday" }) { Text = "Monday" }, new(new RadioTag { Value = "Friday" }) { Text = "Friday" }],
        };

        var page = PlainDom.Parse(new TagRig().Html(part));

        page.QuerySelectorAll("[checked]").Single().GetAttribute("value").ShouldBe("Friday");
    }

    [Fact]
    public void Checkboxes_AfterAFailedPost_KeepAllThatWereChosen()
    {
        var rig = new TagRig();
        rig.State.SetModelValue("Where", new[] { "game", "chat" }, "game,chat");
        var part = new TagPart(new CheckboxesTag { For = For("Where", Array.Empty<string>()), Legend = "Where" })
        {
            Children = [.. new[] { "game", "chat", "video" }.Select(value => new TagPart(new CheckboxTag { Value = value, Label = value }))],
        };

        var page = PlainDom.Parse(rig.Html(part));

        page.QuerySelectorAll("[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["game", "chat"]);
    }

    [Fact]
    public void Checkbox_WithAPropertyOfItsOwn_FillsIt()
    {
        var part = new TagPart(new CheckboxesTag { Name = "Group" })
        {
            Children = [new(new CheckboxTag { For = For("IsSure", true), Label = "I am sure" })],
        };

        var box = Single(new TagRig().Html(part), "input");

        (box.GetAttribute("name"), box.GetAttribute("value"), box.HasAttribute("checked")).ShouldBe(("IsSure", "true", true));
    }

    [Fact]
    public void GridChoice_WithAnswers_ChecksTheirCellsAndNamesEachOne()
    {
        var part = new TagPart(new GridChoiceTag
        {
            For = For("Risks", new[] { "contact-sexual" }),
            Legend = "Kind of risk",
            Rows = [new("content", "Content"), new("contact", "Contact")],
            Columns = [new("commercial", "Commercial"), new("sexual", "Sexual")],
        });

        var page = PlainDom.Parse(new TagRig().Html(part));

        page.QuerySelectorAll("[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["contact-sexual"]);
        page.QuerySelectorAll("label").Select(label => label.TextContent)
            .ShouldBe(["Content: Commercial", "Content: Sexual", "Contact: Commercial", "Contact: Sexual"]);
        page.QuerySelectorAll("input").Select(box => box.Id).ShouldBe(page.QuerySelectorAll("label").Select(label => label.GetAttribute("for")));
    }

    [Fact]
    public void Radio_OutsideItsGroup_IsRefused()
    {
        Should.Throw<InvalidOperationException>(() => new TagRig().Html(new TagPart(new RadioTag { Value = "x" })));
    }

    [Fact]
    public void Tag_WithUnknownMeaning_IsRefused()
    {
        Should.Throw<InvalidOperationException>(() => new TagRig().Html(new TagPart(new TagTag { Meaning = "red" })));
    }

    [Fact]
    public void Button_ThatSendsAForm_IgnoresASecondPress()
    {
        var button = Single(new TagRig().Html(new TagPart(new ButtonTag()) { Text = "Send" }), "button");

        button.GetAttribute("data-prevent-double-click").ShouldBe("true");
    }

    private static ModelExpression For(string name, object model)
    {
        var provider = new EmptyModelMetadataProvider();
        return new ModelExpression(name, new ModelExplorer(provider, provider.GetMetadataForType(model.GetType()), model));
    }

    private static IElement Single(string html, string selector) => PlainDom.Parse(html).QuerySelectorAll(selector).Single();
}
