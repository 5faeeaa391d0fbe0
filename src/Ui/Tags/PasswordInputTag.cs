using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>A password with a button to show it. What was typed is never sent back to the browser.</summary>
[HtmlTargetElement("lg-password-input")]
public sealed class PasswordInputTag : FieldTag
{
    public string? Label { get; set; }

    /// <summary>current-password, or new-password where one is being chosen.</summary>
    public string Autocomplete { get; set; } = "current-password";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var input = Element.Of("input", Element.Classes("govuk-input govuk-password-input__input govuk-js-password-input-input", ErrorText is null ? null : "govuk-input--error"), FieldId)
            .With("name", FieldName)
            .With("type", "password")
            .With("spellcheck", "false")
            .With("autocapitalize", "none")
            .With("autocomplete", Autocomplete)
            .With("aria-describedby", DescribedBy())
            .Alone();
        output.GiveAttributesTo(input);

        output.Become(Group("govuk-password-input").With("data-module", "govuk-password-input").Holding(
            LabelParts.Label(Label, FieldId, LabelSize, Heading), HintPart(), ErrorPart(),
            Element.Of("div", "govuk-input__wrapper govuk-password-input__wrapper").Holding(input, ShowButton())));
    }

    private TagBuilder ShowButton() =>
        Element.Of("button", "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle")
            .With("type", "button")
            .With("data-module", "govuk-button")
            .With("aria-controls", FieldId)
            .With("aria-label", "Show password")
            .WithFlag("hidden", true)
            .Text("Show");
}
