using System.Net;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Answer;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Tests.Support;
using WebRequest = Lifeguard.Filtering.Engine.Decide.WebRequest;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>What Squid shows by itself and what the gateway shows is one page to its reader.</summary>
public sealed class SquidPagesTests
{
    private static readonly Helpline Counsellor = new("Our counsellor <b>", "01234 567890", "100% at lunch");

    private readonly IReadOnlyDictionary<string, string> _pages = SquidPages.Of([.. Helplines.BuiltIn, Counsellor]);

    private IEnumerable<KeyValuePair<string, string>> Html => _pages.Where(page => page.Key.StartsWith("ERR_", StringComparison.Ordinal));

    [Fact]
    public async Task Pages_HaveTheLookAndTheNumbersOfTheBlockPage()
    {
        var block = (await new LineInMemory().AskOneAsync(Ask.Get("http://games.test/"))).Body!;

        foreach (var (name, page) in Html)
        {
            Style(page).ShouldBe(Style(block), name);
            Part(page, "<header>", "</header>").ShouldBe(Part(block, "<header>", "</header>"), name);
            Part(page, "<dl>", "</dl>").ShouldStartWith(Part(block, "<dl>", "</dl>"), Case.Sensitive, name);
        }

        WebUtility.HtmlDecode(_pages["ERR_ACCESS_DENIED"]).ShouldContain("<h1>" + Part(block, "<h1>", "</h1>"));
        _pages["ERR_ICAP_FAILURE"].ShouldContain(PageWords.Title(PageWording.Child, null));
        _pages["ERR_ICAP_FAILURE"].ShouldContain("You did nothing wrong");
    }

    [Fact]
    public void Pages_NeedNothingBesideThemselves_AndLeaveNothingForSquidToFillIn()
    {
        Html.Count().ShouldBeGreaterThan(30);
        foreach (var (name, page) in Html)
        {
            foreach (var other in new[] { "<link", "<img", "<script", "url(", "@import", "src=", "{" + "title", "{" + "why" }) page.ShouldNotContain(other, Case.Sensitive, name);
            page.Replace("%%", "", StringComparison.Ordinal).ShouldNotContain("%");
            page.ShouldContain("100%% at lunch");
            page.ShouldNotContain("<b>");
        }
    }

    /// <summary>The page says that these websites are open always.</summary>
    [Fact]
    public void EveryWebsiteThatIsNamed_IsAHelplineToTheFilter()
    {
        var filter = SmallGate.Filter();
        var scratch = new byte[WebAddress.ScratchLength];
        foreach (var line in Helplines.BuiltIn.Where(line => line.Web is not null))
        {
            WebAddress.TryRead(Encoding.ASCII.GetBytes(line.Web!.AbsoluteUri), scratch, out var address).ShouldBe(AddressFault.None);
            filter.Decide(new WebRequest(address), filter.AskerAt(filter.Policy.Lowest), Moment.At(LineInMemory.Now, filter.Policy.Zone)).Reason.ShouldBe(Reason.Helpline, line.Name);
        }
    }

    private static string Style(string page) => Part(page.Replace("%%", "%", StringComparison.Ordinal), "<style>", "</style>");

    private static string Part(string page, string from, string to) => page.Split(from)[1].Split(to)[0];
}
