using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>A button; with href a link that looks like one.</summary>
[HtmlTargetElement("lg-button")]
public sealed class ButtonTag : TagHelper
{
    private const string Arrow =
        """<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>""";

    /// <summary>primary, secondary, warning, or link (a button that reads as a link).</summary>
    public string Variant { get; set; } = "primary";

    public string? Href { get; set; }

    public string Type { get; set; } = "submit";

    /// <summary>With an arrow: the beginning of a journey.</summary>
    public bool Start { get; set; }

    public bool Disabled { get; set; }

    /// <summary>A second press within a second is ignored. On for buttons that send a form, unless said otherwise.</summary>
    public bool? PreventDoubleClick { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var element = string.IsNullOrEmpty(Href) ? Button() : Link();
        output.GiveAttributesTo(element);

        element.Holding(Start ? Element.Of("span").Holding(words) : words, Start ? new HtmlString(Arrow) : null);
        output.Become(element);
    }

    private TagBuilder Button()
    {
        var isGuarded = PreventDoubleClick ?? Type == "submit";
        return Element.Of("button", Classes())
            .With("type", Type)
            .With("data-module", "govuk-button")
            .With("data-prevent-double-click", isGuarded ? "true" : null)
            .With("aria-disabled", Disabled ? "true" : null)
            .WithFlag("disabled", Disabled);
    }

    private TagBuilder Link()
    {
        if (Variant == "link") return Element.Of("a", "govuk-link").With("href", Href);

        return Element.Of("a", Classes())
            .With("href", Href)
            .With("role", "button")
            .With("draggable", "false")
            .With("data-module", "govuk-button");
    }

    private string? Classes() => Variant switch
    {
        "link" => "lg-button-link",
        "primary" => Element.Classes("govuk-button", StartClass),
        "secondary" or "warning" or "inverse" => Element.Classes("govuk-button", "govuk-button--" + Variant, StartClass),
        _ => throw new InvalidOperationException($"No button variant \"{Variant}\"."),
    };

    private string? StartClass => Start ? "govuk-button--start" : null;
}
