using System.Text.RegularExpressions;

namespace Lifeguard.Tests.Walls;

/// <summary>What may stand in a page's markup: the policy of the browser forbids the rest, and a title is read over somebody's shoulder.</summary>
public sealed partial class MarkupTests
{
    // Titles taken from a fixed list in the code: of mishaps, of the desk's sections.
    private static readonly string[] TitlesFromAList = ["src/Web/Pages/Web/Error.cshtml", "src/Rooms/Incidents/Pages/Incidents/Desk/Desk.cshtml"];

    [Fact]
    public void NoPage_HasStylesOrHandlersInItsElements()
    {
        var faults = Sources.Of(".cshtml").SelectMany(page => InlineFaults(page.Text).Select(fault => $"{page.Name}: {fault}"));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void EveryTitle_IsAFixedText()
    {
        var faults = Sources.Of(".cshtml").Where(page => !TitlesFromAList.Contains(page.Name))
            .SelectMany(page => TitleFaults(page.Text).Select(fault => $"{page.Name}: {fault}"));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void NoCode_SetsATitle()
    {
        Sources.Of(".cs").Where(source => TitleSet().IsMatch(source.Text)).Select(source => source.Name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<button onclick='go()'>")]
    [InlineData("<body onload=go()>")]
    [InlineData("<img src=x\n  onerror=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<script>go()</script>")]
    public void Detector_SeesWhatTheBrowserWouldRefuse(string markup)
    {
        InlineFaults(markup).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("ViewData[\"Title\"] = Model.Name;")]
    [InlineData("ViewData[\"Title\"] = $\"Concern {Model.Heading}\";")]
    [InlineData("ViewData[\"Title\"] = \"About \" + Model.Name;")]
    [InlineData("ViewContext.ViewData[\"Title\"] = Model.IsNew ? \"New\" : Model.Name;")]
    public void Detector_SeesATitleThatIsNotFixed(string markup)
    {
        TitleFaults(markup).ShouldNotBeEmpty();
    }

    [Fact]
    public void Detector_LetsFixedThingsPass()
    {
        TitleFaults("ViewData[\"Title\"] = \"Search\";").ShouldBeEmpty();
        TitleFaults("var title = ViewData[\"Title\"] as string;").ShouldBeEmpty();
        TitleFaults("ViewData[\"Title\"] = Model.IsNew ? \"New\" : \"Old\";").ShouldBeEmpty();
        InlineFaults("<p class=\"x\" data-on=\"y\"><lg-button>On</lg-button><script src=\"~/assets/lifeguard.js\" type=\"module\"></script>").ShouldBeEmpty();
    }

    private static IEnumerable<string> InlineFaults(string markup) => Inline().Matches(markup).Select(match => match.Value);

    private static IEnumerable<string> TitleFaults(string markup) =>
        TitleSet().Matches(markup).Select(match => match.Groups["value"].Value.Trim()).Where(value => !FixedText().IsMatch(value));

    [GeneratedRegex("""<[a-zA-Z][^<>]*\s(?:style|on[a-z]+)\s*=|javascript:|<style\b|<script\b(?![^>]*\b(?:src|nonce)=)[^>]*>""")]
    private static partial Regex Inline();

    [GeneratedRegex("""\["Title"\]\s*=(?!=)\s*(?<value>[^;]+);""")]
    private static partial Regex TitleSet();

    [GeneratedRegex("""^(?:[\w.!?()=\s]+\?\s*"[^"]*"\s*:\s*)?"[^"]*"$""")]
    private static partial Regex FixedText();
}
