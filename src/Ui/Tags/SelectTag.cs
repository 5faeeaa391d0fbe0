using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Choose one from a long list. Radios are better up to about seven.</summary>
[HtmlTargetElement("lg-select")]
public sealed class SelectTag : FieldTag
{
    public string? Label { get; set; }

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Words of the first, empty choice.</summary>
    public string? Empty { get; set; }

    public string? Value { get; set; }

    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var select = Element.Of("select", Element.Classes("govuk-select", ErrorText is null ? null : "govuk-select--error"), FieldId)
            .With("name", FieldName)
            .With("aria-describedby", DescribedBy())
            .WithFlag("disabled", Disabled);
        output.GiveAttributesTo(select);

        var chosen = Value ?? AttemptedOrModelValue();
        if (Empty is not null) select.Holding(Option(Empty, "", string.IsNullOrEmpty(chosen), false));
        foreach (var item in Items)
            select.Holding(Option(item.Text, item.Value, chosen is null ? item.Selected : chosen == (item.Value ?? item.Text), item.Disabled));

        output.Become(Group().Holding(
            LabelParts.Label(Label, FieldId, LabelSize, Heading), HintPart(), ErrorPart(), select));
    }

    private static TagBuilder Option(string text, string? value, bool isChosen, bool isDisabled) =>
        Element.Of("option").With("value", value).WithFlag("selected", isChosen).WithFlag("disabled", isDisabled).Text(text);
}
