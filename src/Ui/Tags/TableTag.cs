using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>A table from plain thead, tbody, tr, th and td; wide ones scroll inside their own frame.</summary>
[HtmlTargetElement("lg-table")]
public sealed class TableTag : TagHelper
{
    public string Caption { get; set; } = "";

    /// <summary>s, m, l or xl.</summary>
    public string CaptionSize { get; set; } = "m";

    /// <summary>Keeps the caption for screen readers only, where a heading stands directly above.</summary>
    public bool CaptionHidden { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var captionClass = CaptionHidden ? "govuk-visually-hidden" : $"govuk-table__caption govuk-table__caption--{CaptionSize}";
        var table = Element.Of("table", "govuk-table lg-table").Holding(Element.Of("caption", captionClass).Text(Caption), rows);
        output.GiveAttributesTo(table);

        // A frame that scrolls must be reachable by keyboard, and then needs a name.
        output.Become(Element.Of("div", "lg-scroll").With("role", "region").With("aria-label", Caption).With("tabindex", "0").Holding(table));
    }
}
