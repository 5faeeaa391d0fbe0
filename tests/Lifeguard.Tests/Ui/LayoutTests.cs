using AngleSharp.Dom;
using Lifeguard.Ui;
using Lifeguard.Ui.Tags;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Ui;

public sealed class LayoutTests
{
    private const string Layout = "/Views/Shared/_Lifeguard.cshtml";

    [Fact]
    public async Task Layout_AroundAPage_HoldsItsFrame()
    {
        var page = await LayoutRig.DrawAsync(Layout, view =>
        {
            view.ViewData["Title"] = "My list";
            view.ViewData["School"] = "Harbour Lane Primary School";
            view.ViewData["Signed"] = new SignedIn("Ruth Okafor");
            view.ViewData["Navigation"] = new[] { new NavigationItem("My list", "/", true), new NavigationItem("Concerns", "/concerns", false) };
        });

        page.Title.ShouldBe("My list - Lifeguard");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
        page.QuerySelector("header")!.TextContent.ShouldContain("Harbour Lane Primary School");
        page.QuerySelector("form[action='/sign-out'][method=post] input[name=__RequestVerificationToken]").ShouldNotBeNull();
        page.QuerySelector("a[data-lg-hide]")!.GetAttribute("href").ShouldBe("/hidden");
        page.QuerySelector("nav [aria-current=page]")!.TextContent.ShouldBe("My list");
        page.QuerySelector("main")!.TextContent.ShouldContain("The page itself");
        page.QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")).ShouldBe(["tel:999", "tel:08001111"]);
    }

    [Fact]
    public async Task Layout_WithErrors_SaysSoInTitleAndSummary()
    {
        var page = await LayoutRig.DrawAsync(Layout, view =>
        {
            view.ViewData["Title"] = "What happened";
            view.ModelState.AddModelError("", "Enter what happened");
        });

        page.Title.ShouldBe("Error: What happened - Lifeguard");
        page.QuerySelector("main .govuk-error-summary")!.TextContent.ShouldContain("Enter what happened");
    }

    [Fact]
    public async Task Layout_UnderAStrictPolicy_NeedsNothingUnsafe()
    {
        var page = await LayoutRig.DrawAsync(Layout, view => view.HttpContext.Items["csp-nonce"] = "abc123");

        page.QuerySelectorAll("style, [style]").ShouldBeEmpty();
        page.QuerySelectorAll("*").SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.QuerySelectorAll("script:not([src])").ShouldAllBe(script => script.GetAttribute("nonce") == "abc123");
        page.QuerySelectorAll("[src], link[href]").Select(Address).ShouldAllBe(address => address.StartsWith("/assets/", StringComparison.Ordinal));
    }

    [Theory, InlineData(Layout), InlineData("/Views/Shared/_Print.cshtml")]
    public async Task Layout_OfAnyKind_LeavesNoTagOfOursUnread(string layout)
    {
        var page = await LayoutRig.DrawAsync(layout, _ => { });

        page.All.Where(element => element.LocalName.StartsWith("lg-", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Print_HoldsNoWebFurniture()
    {
        var page = await LayoutRig.DrawAsync("/Views/Shared/_Print.cshtml", view => view.ViewData["School"] = "Harbour Lane Primary School");

        page.QuerySelectorAll("nav, a, button, script").ShouldBeEmpty();
        page.QuerySelector(".lg-print-head")!.TextContent.ShouldContain("Harbour Lane Primary School");
    }

    private static string Address(IElement element) => element.GetAttribute("src") ?? element.GetAttribute("href")!;
}
