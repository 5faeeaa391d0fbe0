using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Several lines of text, with a count of what is left if a limit is given.</summary>
[HtmlTargetElement("lg-textarea")]
public sealed class TextareaTag : FieldTag
{
    public string? Label { get; set; }

    public string? Value { get; set; }

    public int Rows { get; set; } = 5;

    /// <summary>Shows a count; the page model still checks the length.</summary>
    public int? MaxCharacters { get; set; }

    /// <summary>Shows a count of words; the page model still checks it.</summary>
    public int? MaxWords { get; set; }

    /// <summary>Per cent of the limit after which the count appears.</summary>
    public int? Threshold { get; set; }

    public bool Disabled { get; set; }

    private bool IsCounted => MaxCharacters is not null || MaxWords is not null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var area = Control();
        output.GiveAttributesTo(area);
        output.Become(Frame().Holding(
            LabelParts.Label(Label, FieldId, LabelSize, Heading), HintPart(), ErrorPart(), area, CountPart()));
    }

    private TagBuilder Frame()
    {
        if (!IsCounted) return Group();

        return Group("govuk-character-count")
            .With("data-module", "govuk-character-count")
            .With("data-maxlength", MaxWords is null ? Number(MaxCharacters) : null)
            .With("data-maxwords", Number(MaxWords))
            .With("data-count-type", MaxWords is null ? null : "words")
            .With("data-threshold", Number(Threshold));
    }

    private TagBuilder Control()
    {
        var text = Value ?? AttemptedOrModelValue() ?? "";
        // A browser drops one line break after the opening tag; an extra one keeps the text whole.
        if (text.StartsWith('\n') || text.StartsWith('\r')) text = "\n" + text;

        return Element.Of("textarea", Element.Classes("govuk-textarea", IsCounted ? "govuk-js-character-count" : null, string.IsNullOrEmpty(ErrorText) ? null : "govuk-textarea--error"), FieldId)
            .With("name", FieldName)
            .With("rows", Number(Rows))
            .With("aria-describedby", DescribedBy(IsCounted ? FieldId + "-info" : null))
            .WithFlag("disabled", Disabled)
            .Text(text);
    }

    private TagBuilder? CountPart()
    {
        if (!IsCounted) return null;

        var unit = MaxWords is null ? "characters" : "words";
        return Element.Of("div", "govuk-hint govuk-character-count__message", FieldId + "-info")
            .Text($"You can enter up to {Number(MaxWords ?? MaxCharacters)} {unit}");
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
