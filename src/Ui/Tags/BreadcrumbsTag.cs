using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Where this page stands. Holds lg-breadcrumb.</summary>
[HtmlTargetElement("lg-breadcrumbs")]
public sealed class BreadcrumbsTag : TagHelper
{
    public bool CollapseOnMobile { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await output.GetChildContentAsync();
        var nav = Element.Of("nav", Element.Classes("govuk-breadcrumbs", CollapseOnMobile ? "govuk-breadcrumbs--collapse-on-mobile" : null))
            .With("aria-label", "Breadcrumb")
            .Holding(Element.Of("ol", "govuk-breadcrumbs__list").Holding(items));
        output.GiveAttributesTo(nav);
        output.Become(nav);
    }
}
