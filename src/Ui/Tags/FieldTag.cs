using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One question of a form: its name, its id, its value and what is wrong with it.</summary>
public abstract class FieldTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property of the page model that this field fills.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Field name, where there is no property to point at.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the control; made from the name when left out.</summary>
    public string? Id { get; set; }

    public string? Hint { get; set; }

    /// <summary>Size of label or legend: s, m, l or xl.</summary>
    public string? LabelSize { get; set; }

    /// <summary>True when the label or legend is the page's first heading.</summary>
    public bool Heading { get; set; }

    /// <summary>An error text of the page's own; the one in ModelState is found without it.</summary>
    public string? Error { get; set; }

    /// <summary>More classes for the group around the field.</summary>
    public string? GroupClass { get; set; }

    private protected string FieldName =>
        Name ?? (For is null
            ? throw new InvalidOperationException("A field needs for=\"...\" or name=\"...\".")
            : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));

    private protected string FieldId => Id ?? TagBuilder.CreateSanitizedId(FieldName, "_");

    private protected string? ErrorText => Error ?? FieldErrors.TextFor(ViewContext.ModelState, FieldName);

    private protected string? HintId => string.IsNullOrEmpty(Hint) ? null : FieldId + "-hint";

    private protected string? ErrorId => string.IsNullOrEmpty(ErrorText) ? null : FieldId + "-error";

    private protected string? DescribedBy(string? first = null) => Element.Classes(first, HintId, ErrorId);

    /// <summary>Must run before children render, so that the error summary follows the order of the page.</summary>
    private protected void Register(string? linkTo = null) =>
        FieldOrder.Of(ViewContext).Add(FieldName, linkTo ?? FieldId);

    private protected TagBuilder Group(string? classes = null) =>
        Element.Of("div", Element.Classes("govuk-form-group", string.IsNullOrEmpty(ErrorText) ? null : "govuk-form-group--error", classes, GroupClass));

    private protected TagBuilder? HintPart() =>
        string.IsNullOrEmpty(Hint) ? null : Element.Of("div", "govuk-hint", HintId).Text(Hint);

    private protected TagBuilder? ErrorPart() =>
        string.IsNullOrEmpty(ErrorText)
            ? null
            : Element.Of("p", "govuk-error-message", ErrorId).Holding(Element.HiddenText("Error:")).Text(" " + ErrorText);

    private protected string? AttemptedOrModelValue() =>
        FieldValue.Of(ViewContext.ModelState, FieldName, For?.Model);
}
