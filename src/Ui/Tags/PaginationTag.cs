using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Pages of a list. One page only: nothing is written.</summary>
[HtmlTargetElement("lg-pagination")]
public sealed class PaginationTag : TagHelper
{
    private const string Left =
        """<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>""";

    private const string Right =
        """<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>""";

    public int Current { get; set; } = 1;

    public int Total { get; set; }

    /// <summary>Address of a page with {page} for its number, filters included: /concerns?state=open&amp;page={page}</summary>
    public string Href { get; set; } = "?page={page}";

    /// <summary>Names the landmark; needed only when a page has two lists.</summary>
    public string Label { get; set; } = "Pagination";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total < 2)
        {
            output.SuppressOutput();
            return;
        }

        var nav = Element.Of("nav", "govuk-pagination").With("aria-label", Label).Holding(
            Current > 1 ? Arrow("prev", "Previous", Left, Current - 1) : null,
            Numbers(),
            Current < Total ? Arrow("next", "Next", Right, Current + 1) : null);
        output.GiveAttributesTo(nav);
        output.Become(nav);
    }

    private TagBuilder Numbers()
    {
        var list = Element.Of("ul", "govuk-pagination__list");
        var last = 0;
        foreach (var page in Shown())
        {
            if (page - last == 2) list.Holding(Number(page - 1));
            if (page - last > 2) list.Holding(Element.Of("li", "govuk-pagination__item govuk-pagination__item--ellipsis").Text("⋯"));
            list.Holding(Number(page));
            last = page;
        }

        return list;
    }

    private IEnumerable<int> Shown() =>
        new SortedSet<int> { 1, Current - 1, Current, Current + 1, Total }.Where(page => page >= 1 && page <= Total);

    private TagBuilder Number(int page)
    {
        var isCurrent = page == Current;
        var number = page.ToString(CultureInfo.InvariantCulture);
        return Element.Of("li", Element.Classes("govuk-pagination__item", isCurrent ? "govuk-pagination__item--current" : null)).Holding(
            Element.Of("a", "govuk-link govuk-pagination__link")
                .With("href", Address(page))
                .With("aria-label", "Page " + number)
                .With("aria-current", isCurrent ? "page" : null)
                .Text(number));
    }

    private TagBuilder Arrow(string rel, string word, string icon, int page)
    {
        var title = Element.Of("span", "govuk-pagination__link-title").Text(word).Holding(Element.HiddenText(" page"));
        var link = Element.Of("a", "govuk-link govuk-pagination__link").With("href", Address(page)).With("rel", rel);
        return Element.Of("div", "govuk-pagination__" + rel).Holding(
            rel == "prev" ? link.Holding(new HtmlString(icon), title) : link.Holding(title, new HtmlString(icon)));
    }

    private string Address(int page) => Href.Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
