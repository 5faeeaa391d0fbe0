using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Several fields under one heading.</summary>
[HtmlTargetElement("lg-fieldset")]
public sealed class FieldsetTag : TagHelper
{
    public string? Legend { get; set; }

    public string? LegendSize { get; set; }

    /// <summary>True when the legend is the page's first heading.</summary>
    public bool Heading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var fieldset = LabelParts.Fieldset(LabelParts.Legend(Legend, LegendSize, Heading), null, null, fields);
        output.GiveAttributesTo(fieldset);
        output.Become(fieldset);
    }
}
