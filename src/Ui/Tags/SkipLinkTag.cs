using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>For keyboards: past the header, to what the page is about.</summary>
[HtmlTargetElement("lg-skip-link")]
public sealed class SkipLinkTag : TagHelper
{
    public string Href { get; set; } = "#main-content";

    public string Text { get; set; } = "Skip to main content";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var link = Element.Of("a", "govuk-skip-link").With("href", Href).With("data-module", "govuk-skip-link").Text(Text);
        output.GiveAttributesTo(link);
        output.Become(link);
    }
}
