using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Words set apart: a quotation, a note.</summary>
[HtmlTargetElement("lg-inset-text")]
public sealed class InsetTextTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inset = Element.Of("div", "govuk-inset-text").Holding(await output.GetChildContentAsync());
        output.GiveAttributesTo(inset);
        output.Become(inset);
    }
}
