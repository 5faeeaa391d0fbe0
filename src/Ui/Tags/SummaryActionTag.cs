using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>A second action of a row; one action fits into the row's own attributes.</summary>
[HtmlTargetElement("lg-summary-action", ParentTag = "lg-summary-row")]
public sealed class SummaryActionTag : TagHelper
{
    public string Href { get; set; } = "";

    public string Text { get; set; } = "Change";

    public string? Hidden { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.Items[typeof(SummaryRow)] is not SummaryRow row) throw new InvalidOperationException("An action needs its row.");

        row.Actions.Add(Link(Href, Text, Hidden));
        output.SuppressOutput();
    }

    internal static TagBuilder Link(string href, string text, string? hidden) =>
        Element.Of("a", "govuk-link").With("href", href).Text(text)
            .Holding(hidden is null ? null : Element.HiddenText(" " + hidden));
}
