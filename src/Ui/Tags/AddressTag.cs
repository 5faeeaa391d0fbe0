using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>An online address as words to read and copy. It can never be followed: what stands there may be a crime to open.</summary>
[HtmlTargetElement("lg-address")]
public sealed class AddressTag : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Attributes of the page writer are dropped on purpose: none can turn this into a link.
        output.Become(Element.Of("span", "lg-address").With("translate", "no").Holding(
            Element.HiddenText("Address, not a link: "),
            Element.Of("code", "lg-address__text").Text(Value)));
    }
}
