using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>The "or" between choices.</summary>
[HtmlTargetElement("lg-divider")]
public sealed class DividerTag : TagHelper
{
    public string Text { get; set; } = "or";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var group = ChoiceGroup.Around(context, context.TagName);
        group.Skip();
        output.Become(Element.Of("div", $"govuk-{group.Kind}__divider").Text(Text));
    }
}
