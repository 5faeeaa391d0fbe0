using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Any cells of a grid, for instance kinds of risk. A table where there is room, lists on a phone.</summary>
[HtmlTargetElement("lg-grid-choice")]
public sealed class GridChoiceTag : FieldTag
{
    public string? Legend { get; set; }

    public IReadOnlyList<GridLine> Rows { get; set; } = [];

    public IReadOnlyList<GridLine> Columns { get; set; } = [];

    /// <summary>Words over the column of row names.</summary>
    public string Corner { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var chosen = new ChoiceGroup("checkboxes", FieldName, FieldId,
            FieldValue.AllOf(ViewContext.ModelState, FieldName, For?.Model), null);

        // The legend names the table already; a caption would be read twice.
        var table = Element.Of("table", "lg-grid-choice").Holding(Head(), Body(chosen));
        output.GiveAttributesTo(table);
        output.Become(Group().Holding(LabelParts.Fieldset(
            LabelParts.Legend(Legend, LabelSize, Heading), DescribedBy(), null, HintPart(), ErrorPart(), table)));
    }

    private TagBuilder Head()
    {
        var cells = Element.Of("tr").Holding(Corner.Length == 0 ? Element.Of("td") : Element.Of("th").With("scope", "col").Text(Corner));
        foreach (var column in Columns) cells.Holding(Element.Of("th").With("scope", "col").Text(column.Label));
        return Element.Of("thead").Holding(cells);
    }

    private TagBuilder Body(ChoiceGroup chosen)
    {
        var body = Element.Of("tbody");
        foreach (var row in Rows)
        {
            var line = Element.Of("tr").Holding(Element.Of("th").With("scope", "row").Text(row.Label)
                .Holding(string.IsNullOrEmpty(row.Hint) ? null : Element.Of("small").Text(row.Hint)));
            foreach (var column in Columns) line.Holding(Cell(chosen, row, column));
            body.Holding(line);
        }

        return body;
    }

    private static TagBuilder Cell(ChoiceGroup chosen, GridLine row, GridLine column)
    {
        var id = chosen.NextId(null);
        var value = $"{row.Value}-{column.Value}";
        var box = Element.Of("input", "govuk-checkboxes__input", id)
            .With("type", "checkbox")
            .With("name", chosen.Name)
            .With("value", value)
            .WithFlag("checked", chosen.Has(value))
            .Alone();
        var words = Element.Of("span", "lg-grid-choice__words")
            .Holding(Element.HiddenText(row.Label + ": ")).Text(column.Label);
        return Element.Of("td").Holding(
            Element.Of("div", "govuk-checkboxes__item").Holding(
                box, Element.Of("label", "govuk-label govuk-checkboxes__label").With("for", id).Holding(words)));
    }
}
