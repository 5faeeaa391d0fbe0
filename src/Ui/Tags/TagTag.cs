using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One or two words of status. The words carry the meaning; the colour repeats it.</summary>
[HtmlTargetElement("lg-tag")]
public sealed class TagTag : TagHelper
{
    /// <summary>danger, due, done or neutral.</summary>
    public string Meaning { get; set; } = "neutral";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Meaning is not ("danger" or "due" or "done" or "neutral"))
            throw new InvalidOperationException($"No tag meaning \"{Meaning}\".");

        var tag = Element.Of("strong", "govuk-tag lg-tag--" + Meaning).Holding(await output.GetChildContentAsync());
        output.GiveAttributesTo(tag);
        output.Become(tag);
    }
}
