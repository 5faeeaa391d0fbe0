using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lifeguard.Tests.Ui;

/// <summary>Elements, sorted attributes and trimmed words, a line each: two pieces of HTML that mean the same look the same.</summary>
internal static class PlainDom
{
    public static string Of(string html, Func<string, string, string?>? attribute = null)
    {
        var lines = new StringBuilder();
        foreach (var node in Parse(html).ChildNodes) Write(node, 0, lines, attribute ?? ((_, value) => value));
        return lines.ToString();
    }

    public static IElement Parse(string html) => new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;

    private static void Write(INode node, int depth, StringBuilder lines, Func<string, string, string?> attribute)
    {
        if (node is IText text)
        {
            var words = string.Join(' ', text.Data.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0) lines.Append(' ', depth * 2).Append('"').Append(words).Append("\"\n");
        }

        if (node is not IElement element) return;

        lines.Append(' ', depth * 2).Append(element.LocalName);
        foreach (var (name, value) in Attributes(element, attribute)) lines.Append(' ').Append(name).Append("='").Append(value).Append('\'');
        lines.Append('\n');
        foreach (var child in element.ChildNodes) Write(child, depth + 1, lines, attribute);
    }

    private static IEnumerable<(string Name, string Value)> Attributes(IElement element, Func<string, string, string?> attribute) =>
        from found in element.Attributes
        let value = attribute(found.Name, found.Name == "class" ? Sorted(found.Value) : found.Value)
        where value is not null
        orderby found.Name
        select (found.Name, value);

    private static string Sorted(string classes) =>
        string.Join(' ', classes.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
