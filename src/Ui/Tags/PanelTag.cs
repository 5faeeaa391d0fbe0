using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>The receipt at the end of a journey.</summary>
[HtmlTargetElement("lg-panel")]
public sealed class PanelTag : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var panel = Element.Of("div", "govuk-panel govuk-panel--confirmation").Holding(
            Element.Of("h1", "govuk-panel__title").Text(Title),
            content.IsEmptyOrWhiteSpace ? null : Element.Of("div", "govuk-panel__body").Holding(content));
        output.GiveAttributesTo(panel);
        output.Become(panel);
    }
}
