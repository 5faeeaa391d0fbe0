using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>What never to do, or what follows if it is done.</summary>
[HtmlTargetElement("lg-warning-text")]
public sealed class WarningTextTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var warning = Element.Of("div", "govuk-warning-text").Holding(
            Element.Of("span", "govuk-warning-text__icon").With("aria-hidden", "true").Text("!"),
            Element.Of("strong", "govuk-warning-text__text").Holding(Element.HiddenText("Warning"), words));
        output.GiveAttributesTo(warning);
        output.Become(warning);
    }
}
