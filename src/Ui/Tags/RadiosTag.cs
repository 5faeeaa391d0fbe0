using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Choose one. Holds lg-radio and lg-divider.</summary>
[HtmlTargetElement("lg-radios")]
public sealed class RadiosTag : ChoiceGroupTag
{
    /// <summary>Side by side; only for two short answers.</summary>
    public bool Inline { get; set; }

    private protected override string Kind => "radios";

    private protected override string? Modifier => Inline ? "govuk-radios--inline" : null;
}
