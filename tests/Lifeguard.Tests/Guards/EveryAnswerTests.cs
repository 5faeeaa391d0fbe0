using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Lifeguard.Tests.Guards;

/// <summary>What holds for every answer of the house, whoever asked: its headers, its markup, its title.</summary>
[Collection(WalkedTogether.Name)]
public sealed partial class EveryAnswerTests(WalkedHouse house)
{
    private IEnumerable<Answer> Answers => house.Steps.Select(step => step.Answer);

    [Fact]
    public void Policy_IsStrict_AndNamesNothingUnsafe()
    {
        Answers.Select(answer => (answer, fault: PolicyFault(answer.Header("Content-Security-Policy")))).Where(one => one.fault is not null).Select(one => $"{one.answer.Address}: {one.fault}").Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Referrer-Policy", "same-origin")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Cross-Origin-Resource-Policy", "same-origin")]
    [InlineData("Strict-Transport-Security", "max-age=31536000")]
    public void Header_StandsOnEveryAnswer(string name, string value)
    {
        Answers.Where(answer => answer.Header(name)?.Contains(value, StringComparison.Ordinal) is not true).Select(answer => $"{answer.Address} ({(int)answer.Status}): {answer.Header(name)}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void NoAnswer_NamesTheProgramThatGaveIt()
    {
        Answers.SelectMany(answer => answer.Headers).Select(header => header.Key).Distinct().ShouldNotContain(name => name == "Server" || name.StartsWith("X-Powered", StringComparison.Ordinal) || name.StartsWith("X-AspNet", StringComparison.Ordinal));
    }

    [Fact]
    public void Cookies_AreKeptFromScriptsAndOtherSites()
    {
        var cookies = Answers.SelectMany(answer => answer.Headers.Where(header => header.Key == "Set-Cookie").Select(header => header.Value));

        cookies.Where(cookie => !cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) || !cookie.Contains("samesite=", StringComparison.OrdinalIgnoreCase) || cookie.Contains("samesite=none", StringComparison.OrdinalIgnoreCase))
            .Select(cookie => cookie.Split('=')[0]).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void NoElementOfOurOwn_ReachesTheBrowser()
    {
        Pages().SelectMany(answer => Unmade(answer.Body).Select(element => $"{answer.Address}: {element}")).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void NoElement_HasAStyleOrAHandler()
    {
        Pages().SelectMany(answer => Inline(answer.Body).Select(fault => $"{answer.Address}: {fault}")).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void EveryPage_HasOneHeading_ATitleAndALanguage()
    {
        Pages().Where(answer => !IsWhole(answer.Body)).Select(answer => answer.Address).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Titles_AreTheSameForEveryRecordAndPerson()
    {
        // The page's own words and the product's name: nothing of the record, whoever looks.
        var titles = house.Steps.Where(step => step.Answer is { Status: HttpStatusCode.OK, IsHtml: true }).GroupBy(step => step.Page.Template)
            .Where(pages => pages.Select(step => step.Answer.Title).Distinct().Count() > 1).Select(pages => $"{pages.Key}: {string.Join(" | ", pages.Select(step => step.Answer.Title).Distinct())}");

        titles.ShouldBeEmpty();
    }

    [Fact]
    public void EveryLink_LeadsSomewhere()
    {
        Pages().SelectMany(answer => new HtmlParser().ParseDocument(answer.Body).QuerySelectorAll("a").Where(link => string.IsNullOrEmpty(link.GetAttribute("href"))).Select(link => $"{answer.Address}: {link.TextContent}"))
            .Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void EveryLink_StaysInTheHouse_OrIsAHelpline()
    {
        var away = Pages().SelectMany(answer => new HtmlParser().ParseDocument(answer.Body).QuerySelectorAll("a[href],form[action],link[href],script[src],img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action") ?? element.GetAttribute("src"))
            .OfType<string>().Where(href => href.Length > 0 && href[0] is not ('/' or '#' or '?') && !href.StartsWith("tel:", StringComparison.Ordinal) && !href.StartsWith("mailto:", StringComparison.Ordinal))).Distinct();

        away.ShouldAllBe(href => href.StartsWith("https://", StringComparison.Ordinal) && !href.Contains(".example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("default-src 'none'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")]
    [InlineData("default-src 'none'; script-src *; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")]
    [InlineData("default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")]
    [InlineData("default-src 'none'; base-uri 'none'; form-action 'self'")]
    [InlineData("default-src 'none'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")]
    [InlineData(null)]
    public void Detector_SeesALoosePolicy(string? policy)
    {
        PolicyFault(policy).ShouldNotBeNull();
    }

    [Fact]
    public void Detector_SeesABadPage()
    {
        Unmade("<p><lg-button>Go</lg-button>").ShouldHaveSingleItem();
        Inline("<p style='x'><b onclick='y'><a href='javascript:z'>").Count().ShouldBe(3);
        IsWhole("<html lang='en'><title>x</title><h1>One</h1><h1>Two</h1>").ShouldBeFalse();
    }

    private IEnumerable<Answer> Pages() => Answers.Where(answer => answer.IsHtml);

    private static string? PolicyFault(string? policy)
    {
        if (policy is null) return "none";
        var parts = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')).ToDictionary(words => words[0], words => words[1..]);
        string[] demanded = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"];
        if (demanded.FirstOrDefault(one => !policy.Contains(one, StringComparison.Ordinal)) is { } missing) return "without " + missing;
        return parts.SelectMany(part => part.Value).FirstOrDefault(word => word is not ("'none'" or "'self'") && !Nonce().IsMatch(word));
    }

    private static IEnumerable<string> Unmade(string html) => new HtmlParser().ParseDocument(html).All.Select(element => element.LocalName).Where(name => name.StartsWith("lg-", StringComparison.Ordinal)).Distinct();

    private static IEnumerable<string> Inline(string html) => new HtmlParser().ParseDocument(html).All
        .SelectMany(element => element.Attributes.Where(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)).Select(attribute => $"{element.LocalName} {attribute.Name}"));

    private static bool IsWhole(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        return page.QuerySelectorAll("h1").Length == 1 && page.Title is { Length: > 0 } && page.DocumentElement.GetAttribute("lang") is "en" or "en-GB";
    }

    [GeneratedRegex("^'nonce-[A-Za-z0-9+/=]{22,}'$")]
    private static partial Regex Nonce();
}
