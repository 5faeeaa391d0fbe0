using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lifeguard.Incidents.Pages.Incidents.Shared;

namespace Lifeguard.Tests.Guards;

/// <summary>No form of a record can be forgotten: each carries a key of its own, so that it counts once.</summary>
[Collection(WalkedTogether.Name)]
public sealed class OnceGuardTests(WalkedHouse house)
{
    [Fact]
    public void EveryFormOfARecord_CarriesAKey_AndNoTwoTheSame()
    {
        var forms = house.Steps.Where(step => step is { Page.IsOfARecord: true, Answer.Status: HttpStatusCode.OK })
            .SelectMany(step => Acting(step.Answer.Body).Select(form => (step.Page.Template, step.Answer.Address, Key: KeyOf(form)))).ToList();

        forms.Select(form => form.Template).Distinct().Count().ShouldBeGreaterThan(15);
        forms.Where(form => string.IsNullOrEmpty(form.Key)).Select(form => form.Template).Distinct().ShouldBeEmpty();
        // One page may show two forms with the key of its visit; their other fields tell them apart.
        forms.GroupBy(form => form.Key).Where(same => same.Select(form => form.Address).Distinct().Count() > 1).Select(same => same.First().Template).ShouldBeEmpty();
    }

    [Fact]
    public void EveryPageOfARecordThatIsSentTo_CountsOnce()
    {
        house.Pages.Where(page => page.IsOfARecord && page.Posts.Count > 0 && !typeof(FormPage).IsAssignableFrom(page.Model)).Select(page => page.Template).ShouldBeEmpty();
    }

    [Fact]
    public void Detector_SeesAFormWithoutAKey()
    {
        KeyOf(Acting("<main><form method='post'><input name='Text'></form></main>").Single()).ShouldBeNull();
        Acting("<main><form method='post'><input type='hidden' name='Step' value='Search'></form></main>").ShouldBeEmpty();
    }

    // A search changes nothing, however often it is sent.
    private static IEnumerable<IHtmlFormElement> Acting(string html) => new HtmlParser().ParseDocument(html).QuerySelectorAll("main form").OfType<IHtmlFormElement>()
        .Where(form => form.GetAttribute("method") == "post" && form.QuerySelector("input[name=Step][value=Search]") is null);

    private static string? KeyOf(IHtmlFormElement form) => form.QuerySelector("input[name=Submission]")?.GetAttribute("value");
}
