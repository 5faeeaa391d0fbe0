using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Day, month and year in three boxes, for a DateParts property.</summary>
[HtmlTargetElement("lg-date-input")]
public sealed class DateInputTag : FieldTag
{
    public string? Legend { get; set; }

    /// <summary>What to show, where there is no property to take it from.</summary>
    public DateParts? Value { get; set; }

    /// <summary>Asks for somebody's own date of birth, so that the browser may offer it.</summary>
    public bool Birthday { get; set; }

    private DateParts Parts => Value ?? (For?.Model as DateParts?) ?? default;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ErrorText is null ? default : Parts.Faults();
        Register($"{FieldId}-{(faults.Day || ErrorText is null ? "day" : faults.Month ? "month" : "year")}");

        var boxes = Element.Of("div", "govuk-date-input", FieldId).Holding(
            Box("Day", Parts.Day, 2, faults.Day), Box("Month", Parts.Month, 2, faults.Month), Box("Year", Parts.Year, 4, faults.Year));
        output.GiveAttributesTo(boxes);

        var legend = LabelParts.Legend(Legend, LabelSize, Heading);
        output.Become(legend is null
            ? Group().Holding(HintPart(), ErrorPart(), boxes)
            : Group().Holding(LabelParts.Fieldset(legend, DescribedBy(), "group", HintPart(), ErrorPart(), boxes)));
    }

    private TagBuilder Box(string part, string? value, int width, bool isFaulty)
    {
        var lower = part.ToLowerInvariant();
        var id = $"{FieldId}-{lower}";
        var input = Element.Of("input", Element.Classes("govuk-input govuk-date-input__input", $"govuk-input--width-{width}", isFaulty ? "govuk-input--error" : null), id)
            .With("name", $"{FieldName}.{part}")
            .With("type", "text")
            .With("inputmode", "numeric")
            .With("value", value)
            .With("autocomplete", Birthday ? "bday-" + lower : null)
            .Alone();
        return Element.Of("div", "govuk-date-input__item").Holding(
            Element.Of("div", "govuk-form-group").Holding(
                Element.Of("label", "govuk-label govuk-date-input__label").With("for", id).Text(part), input));
    }
}
