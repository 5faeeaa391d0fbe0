using System.Text.Encodings.Web;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Tests.Ui;

/// <summary>Renders tag helpers as Razor would, without a page around them.</summary>
internal sealed class TagRig
{
    public ViewContext View { get; } = new() { HttpContext = new DefaultHttpContext() };

    public ModelStateDictionary State => View.ModelState;

    public TagRig() => View.ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), State);

    public string Html(TagPart part) => Write(Content(part, new Dictionary<object, object>()));

    public string Html(params TagPart[] parts)
    {
        var whole = new HtmlContentBuilder();
        foreach (var part in parts) whole.AppendHtml(Content(part, new Dictionary<object, object>()));
        return Write(whole);
    }

    private TagHelperOutput Content(TagPart part, IDictionary<object, object> items)
    {
        if (part.Helper is FieldTag field) field.ViewContext = View;
        if (part.Helper is CheckboxTag checkbox) checkbox.ViewContext = View;
        if (part.Helper is ErrorSummaryTag summary) summary.ViewContext = View;

        // Razor copies the items for each level: children see their parents, neighbours do not see each other.
        var context = new TagHelperContext("lg-test", [], new Dictionary<object, object>(items), "test");
        var output = new TagHelperOutput("lg-test", [.. part.Attributes.Select(pair => new TagHelperAttribute(pair.Key, pair.Value))],
            (_, _) => Task.FromResult<TagHelperContent>(Children(part, context.Items)));

        part.Helper.ProcessAsync(context, output).GetAwaiter().GetResult();
        return output;
    }

    private DefaultTagHelperContent Children(TagPart part, IDictionary<object, object> items)
    {
        var content = new DefaultTagHelperContent();
        if (part.Raw is not null) content.AppendHtml(part.Raw);
        if (part.Text is not null) content.Append(part.Text);
        foreach (var child in part.Children) content.AppendHtml(Content(child, items));
        return content;
    }

    private static string Write(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

/// <summary>One lg- element of a page: the helper, what the page writer added, and what stands inside.</summary>
internal sealed record TagPart(TagHelper Helper)
{
    public string? Text { get; init; }

    public string? Raw { get; init; }

    public IReadOnlyList<TagPart> Children { get; init; } = [];

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
