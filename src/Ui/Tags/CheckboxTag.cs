using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One answer of lg-checkboxes; with for="..." it fills a yes-or-no property of its own.</summary>
[HtmlTargetElement("lg-checkbox")]
public sealed class CheckboxTag : ChoiceTag
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }

    /// <summary>"None of these": choosing it clears the others, and the other way round.</summary>
    public bool Exclusive { get; set; }

    private protected override string Type => "checkbox";

    private string? OwnName => For is null ? null : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (For is not null && Value.Length == 0) Value = "true";
        return base.ProcessAsync(context, output);
    }

    private protected override string NameIn(ChoiceGroup group) => OwnName ?? group.Name;

    private protected override bool IsChosen(ChoiceGroup group) =>
        OwnName is null ? group.Has(Value) : FieldValue.AllOf(ViewContext.ModelState, OwnName, For!.Model).Contains(Value);

    private protected override void Finish(TagBuilder control) =>
        control.With("data-behaviour", Exclusive ? "exclusive" : null);
}
