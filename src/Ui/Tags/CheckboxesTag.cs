using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Choose any. Holds lg-checkbox and lg-divider.</summary>
[HtmlTargetElement("lg-checkboxes")]
public sealed class CheckboxesTag : ChoiceGroupTag
{
    private protected override string Kind => "checkboxes";
}
