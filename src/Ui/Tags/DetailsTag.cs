using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>More for those who want it.</summary>
[HtmlTargetElement("lg-details")]
public sealed class DetailsTag : TagHelper
{
    public string Summary { get; set; } = "";

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        var details = Element.Of("details", "govuk-details").WithFlag("open", Open).Holding(
            Element.Of("summary", "govuk-details__summary").Holding(
                Element.Of("span", "govuk-details__summary-text").Text(Summary)),
            Element.Of("div", "govuk-details__text").Holding(more));
        output.GiveAttributesTo(details);
        output.Become(details);
    }
}
