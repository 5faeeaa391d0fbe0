using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

internal static class TagOutput
{
    /// <summary>Puts this content where the lg- element stood; the element itself never reaches the browser.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent content)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(content);
    }

    /// <summary>Moves what the page writer added (data-, aria-, inputmode, class, ...) to the element that matters.</summary>
    public static void GiveAttributesTo(this TagHelperOutput output, TagBuilder element)
    {
        foreach (var attribute in output.Attributes)
        {
            var value = AsText(attribute);
            if (attribute.Name == "class")
                element.Attributes["class"] = Element.Classes(element.Attributes.GetValueOrDefault("class"), value);
            else
                element.Attributes[attribute.Name] = value;
        }
    }

    public static string? TakeClass(this TagHelperOutput output)
    {
        if (!output.Attributes.TryGetAttribute("class", out var attribute)) return null;
        output.Attributes.Remove(attribute);
        return AsText(attribute);
    }

    private static string AsText(TagHelperAttribute attribute) => attribute.Value switch
    {
        null => "",
        // Razor hands literal attribute values over already encoded; TagBuilder encodes again.
        IHtmlContent html => System.Net.WebUtility.HtmlDecode(Write(html)),
        var other => other.ToString() ?? "",
    };

    private static string Write(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
