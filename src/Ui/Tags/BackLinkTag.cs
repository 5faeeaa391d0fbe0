using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Back to the page before; stands in the BeforeContent section.</summary>
[HtmlTargetElement("lg-back-link")]
public sealed class BackLinkTag : TagHelper
{
    public string Href { get; set; } = "#";

    public string Text { get; set; } = "Back";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var link = Element.Of("a", "govuk-back-link").With("href", Href).Text(Text);
        output.GiveAttributesTo(link);
        output.Become(link);
    }
}
