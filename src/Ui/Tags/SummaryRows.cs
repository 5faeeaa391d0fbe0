using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Ui.Tags;

/// <summary>Rows gathered before the list is written: whether any has an action changes how all of them look.</summary>
internal sealed class SummaryRows
{
    private readonly List<SummaryRow> _rows = [];

    public void Add(SummaryRow row) => _rows.Add(row);

    public TagBuilder Write(string? classes)
    {
        var list = Element.Of("dl", Element.Classes("govuk-summary-list", classes));
        var anyActs = _rows.Exists(row => row.Actions.Count > 0);
        foreach (var row in _rows) list.Holding(Row(row, anyActs && row.Actions.Count == 0));
        return list;
    }

    private static TagBuilder Row(SummaryRow row, bool leavesGap) =>
        Element.Of("div", Element.Classes("govuk-summary-list__row", leavesGap ? "govuk-summary-list__row--no-actions" : null, row.Classes))
            .Holding(
                Element.Of("dt", "govuk-summary-list__key").Text(row.Key),
                Element.Of("dd", "govuk-summary-list__value").Holding(row.Value),
                Actions(row.Actions));

    private static TagBuilder? Actions(List<TagBuilder> actions)
    {
        if (actions.Count == 0) return null;

        var cell = Element.Of("dd", "govuk-summary-list__actions");
        if (actions.Count == 1) return cell.Holding(actions[0]);

        var list = Element.Of("ul", "govuk-summary-list__actions-list");
        foreach (var action in actions) list.Holding(Element.Of("li", "govuk-summary-list__actions-list-item").Holding(action));
        return cell.Holding(list);
    }
}

internal sealed record SummaryRow(string Key, string? Classes)
{
    public IHtmlContent Value { get; set; } = HtmlString.Empty;

    public List<TagBuilder> Actions { get; } = [];
}
