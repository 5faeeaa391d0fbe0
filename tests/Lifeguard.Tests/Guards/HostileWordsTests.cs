using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Guards;

/// <summary>Every field of a record holds something written to do harm; on every page it is words, and nothing but words.</summary>
public sealed class HostileWordsTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("</script></textarea></title><script>{0}()</script>")]
    [InlineData("\"'><img src=x onerror={0}()>")]
    [InlineData("=cmd|' /C calc'!{0}")]
    [InlineData("\u202e\u2066{0}\u200f\u0007")]
    [InlineData("{{{{{0}}}}} ${{{0}}} @Model.{0} <lg-button>")]
    public async Task Words_StayWords_OnEveryPage(string around)
    {
        var (cast, filled) = await FilledCase.OnTheLeadsDeskAsync(world, word => string.Format(System.Globalization.CultureInfo.InvariantCulture, around, word));
        var reader = await Visitor.SignedInAsync(world, cast["dsl"]);
        var pages = (await HousePages.OfAsync(world)).Where(page => page.IsOfARecord && !page.IsFile).Select(page => Addresses.Of(page, filled)).Append("/desk").ToList();

        var shown = 0;
        foreach (var page in pages)
        {
            var answer = await reader.GetAsync(page);
            answer.Status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.NotFound], $"{page} leads to {answer.Location}");
            if (answer.Body.Contains(FilledRecord.Mark, StringComparison.Ordinal)) shown++;
            Harm(answer.Body).ShouldBeEmpty(page);
        }

        shown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Detector_SeesWordsThatBecameMarkup()
    {
        Harm("<script>zqxword()</script>").ShouldNotBeEmpty();
        Harm("<img src=x onerror=\"zqxword()\">").ShouldNotBeEmpty();
        Harm("<a href=\"javascript:zqxword\">x</a>").ShouldNotBeEmpty();
        Harm("<p>&lt;script&gt;zqxword</p><input value=\"zqxword\">").ShouldBeEmpty();
    }

    // The nonce is random letters, among which the mark stands now and then.
    private static bool IsMarked(IElement element) => element.InnerHtml.Contains(FilledRecord.Mark, StringComparison.OrdinalIgnoreCase)
        || element.Attributes.Any(attribute => attribute.Name != "nonce" && attribute.Value.Contains(FilledRecord.Mark, StringComparison.OrdinalIgnoreCase));

    private static List<string> Harm(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        return [
            .. page.QuerySelectorAll("script,style,title,img,iframe,object,embed").Where(IsMarked).Select(element => element.LocalName),
            .. page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Value.Contains(FilledRecord.Mark, StringComparison.OrdinalIgnoreCase)
                && (attribute.Name is "href" or "src" or "action" or "formaction" or "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal))).Select(attribute => attribute.Name),
            .. page.All.Where(element => element.LocalName.StartsWith("lg-", StringComparison.Ordinal)).Select(element => element.LocalName)];
    }
}
