using Lifeguard.Ui.Tags;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Ui;

public sealed class AddressTests
{
    [Theory]
    [InlineData("https://example.test/picture?of=somebody&x=1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\"><a href=https://example.test>look</a>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("mailto:somebody@example.test")]
    public void Address_OfAnyKind_IsWordsOnly(string address)
    {
        var part = new TagPart(new AddressTag { Value = address }) { Attributes = new Dictionary<string, string> { ["href"] = address, ["onclick"] = "go()" } };

        var element = PlainDom.Parse(new TagRig().Html(part));

        element.QuerySelectorAll("*").Select(found => found.LocalName).ShouldBe(["span", "span", "code"]);
        element.QuerySelectorAll("[href], [src], [onclick], [data-href]").ShouldBeEmpty();
        element.QuerySelector("code")!.TextContent.ShouldBe(address);
    }

    [Fact]
    public void Address_ForThoseWhoListen_SaysThatItIsNoLink()
    {
        var element = PlainDom.Parse(new TagRig().Html(new TagPart(new AddressTag { Value = "https://example.test/" })));

        element.QuerySelector(".govuk-visually-hidden")!.TextContent.ShouldBe("Address, not a link: ");
        element.QuerySelector("[translate=no]").ShouldNotBeNull();
    }
}
