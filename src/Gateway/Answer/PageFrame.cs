using System.Text;
using System.Text.Encodings.Web;

namespace Lifeguard.Gateway.Answer;

/// <summary>
/// What every page in place of a page looks like, the gateway's and those that Squid shows by itself: one look, one list of whom to ring. A
/// page brings everything with it and runs nothing.
/// </summary>
internal static class PageFrame
{
    public const string Style =
        "body{margin:0;background:#fff;color:#0b0c0c;font:19px/1.5 'Atkinson Hyperlegible',system-ui,Arial,sans-serif}"
        + "header{background:#0f2f4b;color:#fff;font-weight:700}header p{max-width:40em;margin:0 auto;padding:12px 16px}"
        + "main{max-width:40em;margin:0 auto;padding:16px;overflow-wrap:anywhere}"
        + "h1{color:#0f2f4b;font-size:1.7em;line-height:1.2;margin:.6em 0}h2{color:#0f2f4b;font-size:1.2em;margin:1.4em 0 .3em}p{margin:.6em 0}"
        + ".address{background:#f6f3ec;padding:8px 12px}a{color:#00695c;text-underline-offset:.15em}a:focus{background:#fd0;color:#0b0c0c;outline:3px solid #0b0c0c}"
        + ".button{display:inline-block;background:#00695c;color:#fff;padding:10px 16px;margin:4px 8px 4px 0;text-decoration:none}"
        + "section{background:#f6f3ec;padding:1px 16px;margin:1.5em 0}dl{margin:0}dt{font-weight:700}dd{margin:0 0 .6em}small{color:#4a5a66;font-size:16px}"
        + "@media print{header{background:none;color:#000}section{background:none;border:1px solid #000;break-inside:avoid}a{color:#000}"
        + ".button{background:none;color:#000;padding:0;text-decoration:underline}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    public static StringBuilder Begin(string title)
    {
        var page = new StringBuilder(4096);
        page.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n");
        page.Append("<title>").Append(Encode(title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<header><p>School internet</p></header>\n<main>\n");
        return page.Append("<h1>").Append(Encode(title)).Append("</h1>\n");
    }

    public static void Paragraph(StringBuilder page, string text)
    {
        if (text.Length > 0) page.Append("<p>").Append(Encode(text)).Append("</p>\n");
    }

    /// <summary>Whom to talk to and whom to ring, and then the end of the page.</summary>
    /// <param name="talk">Whom to talk to, in words of the reader's age.</param>
    /// <param name="link">Where help is asked for on the school's own site, encoded; null for nowhere.</param>
    public static string End(StringBuilder page, string talk, IReadOnlyList<Helpline> helplines, string? link)
    {
        page.Append("<section aria-labelledby=\"help\">\n<h2 id=\"help\">I need help</h2>\n");
        if (link is not null) page.Append("<p><a class=\"button\" target=\"_top\" href=\"").Append(link).Append("\">I need help</a></p>\n");
        Paragraph(page, talk);
        page.Append("<dl>\n");
        foreach (var line in helplines)
        {
            page.Append("<dt>").Append(Encode(line.Name)).Append(": ").Append(Encode(line.Number)).Append("</dt>\n<dd>").Append(Encode(line.When));
            if (line.Web is { } web) page.Append(" <a target=\"_top\" href=\"").Append(Encode(web.AbsoluteUri)).Append("\">").Append(Encode(web.Host)).Append("</a>");
            page.Append("</dd>\n");
        }

        page.Append("</dl>\n");
        if (helplines.Any(line => line.Web is not null)) Paragraph(page, "These websites are always open, and nobody at school is told that you looked.");
        return page.Append("</section>\n</main>\n</body>\n</html>\n").ToString();
    }

    // A plain sign stands in a text as well as its code does, and Squid's pages are read by people too.
    public static string Encode(string text) => Encoder.Encode(text).Replace("&#x27;", "'", StringComparison.Ordinal);
}
