using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One answer of lg-radios.</summary>
[HtmlTargetElement("lg-radio")]
public sealed class RadioTag : ChoiceTag
{
    private protected override string Type => "radio";
}
