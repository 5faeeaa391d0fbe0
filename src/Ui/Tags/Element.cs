using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Ui.Tags;

/// <summary>Short ways to write elements. Text and attribute values are always encoded.</summary>
internal static class Element
{
    public static TagBuilder Of(string name, string? classes = null, string? id = null)
    {
        var element = new TagBuilder(name);
        return element.With("class", classes).With("id", id);
    }

    /// <summary>Adds the attribute, or nothing at all when the value is null.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null) element.Attributes[attribute] = value;
        return element;
    }

    public static TagBuilder WithFlag(this TagBuilder element, string attribute, bool isSet) =>
        element.With(attribute, isSet ? "" : null);

    public static TagBuilder Text(this TagBuilder element, string? text)
    {
        element.InnerHtml.Append(text ?? "");
        return element;
    }

    public static TagBuilder Holding(this TagBuilder element, params ReadOnlySpan<IHtmlContent?> parts)
    {
        foreach (var part in parts)
            if (part is not null) element.InnerHtml.AppendHtml(part);
        return element;
    }

    public static TagBuilder Alone(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder HiddenText(string text) => Of("span", "govuk-visually-hidden").Text(text);

    public static string? Classes(params ReadOnlySpan<string?> names)
    {
        var kept = new List<string>();
        foreach (var name in names)
            if (!string.IsNullOrWhiteSpace(name)) kept.Add(name.Trim());
        return kept.Count == 0 ? null : string.Join(' ', kept);
    }
}
