using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One row of lg-summary-list. The value is the attribute, or the content.</summary>
[HtmlTargetElement("lg-summary-row", ParentTag = "lg-summary-list")]
public sealed class SummaryRowTag : TagHelper
{
    public string Key { get; set; } = "";

    public string? Value { get; set; }

    public string? ActionHref { get; set; }

    public string ActionText { get; set; } = "Change";

    /// <summary>What is changed, for those who hear the link alone; the key in small letters when left out.</summary>
    public string? ActionHidden { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (context.Items[typeof(SummaryRows)] is not SummaryRows rows) throw new InvalidOperationException("A row needs its list.");

        var row = new SummaryRow(Key, output.TakeClass());
        context.Items[typeof(SummaryRow)] = row;
        if (!string.IsNullOrEmpty(ActionHref)) row.Actions.Add(SummaryActionTag.Link(ActionHref, ActionText, ActionHidden ?? LowerFirst(Key)));

        var content = await output.GetChildContentAsync();
        row.Value = Value is null ? content : new HtmlContentBuilder().Append(Value);
        rows.Add(row);
        output.SuppressOutput();
    }

    // "Year group" becomes "year group", while "DSL" stays.
    private static string LowerFirst(string key) =>
        key.Length > 1 && char.IsLower(key[1]) ? char.ToLowerInvariant(key[0]) + key[1..] : key;
}
