using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Questions and answers, or facts of a record. Holds lg-summary-row.</summary>
[HtmlTargetElement("lg-summary-list")]
public sealed class SummaryListTag : TagHelper
{
    /// <summary>Puts the list on a card with this title.</summary>
    public string? CardTitle { get; set; }

    public bool NoBorder { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = new SummaryRows();
        context.Items[typeof(SummaryRows)] = rows;
        await output.GetChildContentAsync();

        var list = rows.Write(NoBorder ? "govuk-summary-list--no-border" : null);
        var whole = string.IsNullOrEmpty(CardTitle) ? list : Card(list);
        output.GiveAttributesTo(whole);
        output.Become(whole);
    }

    private TagBuilder Card(TagBuilder list) =>
        Element.Of("div", "govuk-summary-card").Holding(
            Element.Of("div", "govuk-summary-card__title-wrapper").Holding(
                Element.Of("h2", "govuk-summary-card__title").Text(CardTitle)),
            Element.Of("div", "govuk-summary-card__content").Holding(list));
}
