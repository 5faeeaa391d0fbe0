using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One step of lg-breadcrumbs; without a link it is the page itself.</summary>
[HtmlTargetElement("lg-breadcrumb", ParentTag = "lg-breadcrumbs")]
public sealed class BreadcrumbTag : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var item = Element.Of("li", "govuk-breadcrumbs__list-item");
        output.Become(string.IsNullOrEmpty(Href)
            ? item.With("aria-current", "page").Holding(words)
            : item.Holding(Element.Of("a", "govuk-breadcrumbs__link").With("href", Href).Holding(words)));
    }
}
