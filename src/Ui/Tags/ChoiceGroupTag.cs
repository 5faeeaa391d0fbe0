using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>A question answered by choosing: the frame that radios and checkboxes share.</summary>
public abstract class ChoiceGroupTag : FieldTag
{
    private protected abstract string Kind { get; }

    /// <summary>The question. Without it no fieldset is written: wrap the choices in lg-fieldset then.</summary>
    public string? Legend { get; set; }

    /// <summary>Smaller boxes, for lists beside other content.</summary>
    public bool Small { get; set; }

    /// <summary>Value chosen, where there is no property to take it from.</summary>
    public string? Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        context.Items[typeof(ChoiceGroup)] = new ChoiceGroup(Kind, FieldName, FieldId, Chosen(), Legend is null ? DescribedBy() : null);

        var choices = await output.GetChildContentAsync();
        var list = Element.Of("div", Element.Classes("govuk-" + Kind, Small ? $"govuk-{Kind}--small" : null, Modifier))
            .With("data-module", "govuk-" + Kind)
            .Holding(choices);
        output.GiveAttributesTo(list);

        var legend = LabelParts.Legend(Legend, LabelSize, Heading);
        output.Become(legend is null
            ? Group().Holding(HintPart(), ErrorPart(), list)
            : Group().Holding(LabelParts.Fieldset(legend, DescribedBy(), null, HintPart(), ErrorPart(), list)));
    }

    private protected virtual string? Modifier => null;

    private HashSet<string> Chosen() =>
        Value is null ? FieldValue.AllOf(ViewContext.ModelState, FieldName, For?.Model) : [Value];
}
