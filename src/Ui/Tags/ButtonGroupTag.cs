using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Buttons and links beside each other.</summary>
[HtmlTargetElement("lg-button-group")]
public sealed class ButtonGroupTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var group = Element.Of("div", "govuk-button-group").Holding(await output.GetChildContentAsync());
        output.GiveAttributesTo(group);
        output.Become(group);
    }
}
