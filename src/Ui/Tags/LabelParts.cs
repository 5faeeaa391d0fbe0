using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Ui.Tags;

internal static class LabelParts
{
    public static TagBuilder? Label(string? text, string forId, string? size, bool heading)
    {
        if (text is null) return null;

        var label = Element.Of("label", Element.Classes("govuk-label", Size("govuk-label", size))).With("for", forId).Text(text);
        return heading ? Element.Of("h1", "govuk-label-wrapper").Holding(label) : label;
    }

    public static TagBuilder? Legend(string? text, string? size, bool heading)
    {
        if (text is null) return null;

        var legend = Element.Of("legend", Element.Classes("govuk-fieldset__legend", Size("govuk-fieldset__legend", size)));
        return heading ? legend.Holding(Element.Of("h1", "govuk-fieldset__heading").Text(text)) : legend.Text(text);
    }

    public static TagBuilder Fieldset(TagBuilder? legend, string? describedBy, string? role, params ReadOnlySpan<IHtmlContent?> parts) =>
        Element.Of("fieldset", "govuk-fieldset").With("role", role).With("aria-describedby", describedBy).Holding(legend).Holding(parts);

    private static string? Size(string root, string? size) => size is null ? null : $"{root}--{size}";
}
