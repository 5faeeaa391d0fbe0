using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Ui.Tags;

/// <summary>Written only when the whole page is: the summary stands above fields that have not been rendered yet.</summary>
internal sealed class ErrorSummary(ModelStateDictionary state, FieldOrder order, string title, string? description) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var list = Element.Of("ul", "govuk-list govuk-error-summary__list");
        foreach (var (text, id) in Lines()) list.Holding(Line(text, id));

        var body = Element.Of("div", "govuk-error-summary__body").Holding(
            description is null ? null : Element.Of("p").Text(description), list);
        var alert = Element.Of("div").With("role", "alert").Holding(
            Element.Of("h2", "govuk-error-summary__title").Text(title), body);

        Element.Of("div", "govuk-error-summary").With("data-module", "govuk-error-summary").Holding(alert).WriteTo(writer, encoder);
    }

    private IEnumerable<(string Text, string? Id)> Lines()
    {
        foreach (var (name, id) in order.Fields)
            if (FieldErrors.TextFor(state, name) is { } text) yield return (text, id);

        // Errors that belong to no field on the page are still told; there is nothing to link to.
        foreach (var (key, entry) in state)
            if (!order.Fields.Any(field => string.Equals(field.Key, key, StringComparison.OrdinalIgnoreCase)))
                foreach (var error in entry.Errors) yield return (FieldErrors.Text(error), null);
    }

    private static TagBuilder Line(string text, string? id) =>
        id is null
            ? Element.Of("li").Text(text)
            : Element.Of("li").Holding(Element.Of("a").With("href", "#" + id).Text(text));
}
