using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One line of text. Any other attribute (autocomplete, inputmode, spellcheck, ...) goes to the input.</summary>
[HtmlTargetElement("lg-input")]
public sealed class InputTag : FieldTag
{
    public string? Label { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>Value to show, where there is no property to take it from.</summary>
    public string? Value { get; set; }

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var input = Control();
        output.GiveAttributesTo(input);
        output.Become(Group().Holding(
            LabelParts.Label(Label, FieldId, LabelSize, Heading), HintPart(), ErrorPart(), WithAffixes(input)));
    }

    private TagBuilder Control() =>
        Element.Of("input", Element.Classes("govuk-input", WidthClass(), string.IsNullOrEmpty(ErrorText) ? null : "govuk-input--error"), FieldId)
            .With("name", FieldName)
            .With("type", Type)
            .With("value", Value ?? AttemptedOrModelValue())
            .With("aria-describedby", DescribedBy())
            .WithFlag("disabled", Disabled)
            .Alone();

    private string? WidthClass() =>
        Width is null ? null : "govuk-input--width-" + Width.Value.ToString(CultureInfo.InvariantCulture);

    private TagBuilder WithAffixes(TagBuilder input) =>
        string.IsNullOrEmpty(Prefix) && string.IsNullOrEmpty(Suffix)
            ? input
            : Element.Of("div", "govuk-input__wrapper").Holding(Affix("prefix", Prefix), input, Affix("suffix", Suffix));

    private static TagBuilder? Affix(string place, string? text) =>
        text is null ? null : Element.Of("div", "govuk-input__" + place).With("aria-hidden", "true").Text(text);
}
