using Lifeguard.Browser.Tests.House;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>Over https no filter can show a page of its own: whoever wonders why a page did not open asks here, without an account.</summary>
[Collection(nameof(Site))]
public sealed class WhyBlockedTests(Site site)
{
    [Fact]
    public async Task Newcomer_SeesHowToOpenABrowserThroughTheGate_AndWhyAPageDidNotOpen()
    {
        await using var newcomer = await site.VisitAsync(width: 360, height: 740);
        await newcomer.GoAsync("/sign-in");
        (await newcomer.TextAsync()).ShouldContain("chromium --proxy-server=http://127.0.0.1:3128");
        await newcomer.LookAsync("start-with-a-gate");

        await newcomer.FollowAsync("see why a page did not open");
        await newcomer.TabToAsync("Address");
        await newcomer.Page.Keyboard.TypeAsync("https://www.play.example/<script>");
        await newcomer.EnterAsync();
        var said = await newcomer.TextAsync();
        said.ShouldContain("It is blocked");
        said.ShouldContain("Distractions");
        said.ShouldContain("the head");
        said.ShouldContain("www.play.example/<script>");
        new Uri(newcomer.Page.Url).PathAndQuery.ShouldBe("/gate/why", "no address of a page stands in ours");
        await newcomer.LookAsync("why-blocked");

        await newcomer.FollowAsync("Ask for it");
        (await newcomer.HeadingAsync()).ShouldBe("Ask for a page");
        await newcomer.LookAsync("ask-for-a-page");
    }
}
