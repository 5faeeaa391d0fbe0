using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Live;

namespace Lifeguard.Gateway.Answer;

/// <summary>
/// The page in place of a page: what, why, who decided, whom to ask, where help is. It brings everything with it, runs nothing, and is kept
/// nowhere.
/// </summary>
/// <remarks>
/// The status is 403. 451 means that an authority outside forbids it by law; here a school decided, and a browser or a search engine that
/// reads 451 would tell the pupil something that is not true. Where nothing could be decided it is 503.
/// </remarks>
internal sealed class BlockPage(GatewaySettings settings, LiveHelplines helplines)
{
    public const string Style =
        "body{margin:0;background:#fff;color:#0b0c0c;font:19px/1.5 'Atkinson Hyperlegible',system-ui,Arial,sans-serif}"
        + "header{background:#0f2f4b;color:#fff;padding:12px 16px;font-weight:700}main{max-width:40em;padding:16px;overflow-wrap:anywhere}"
        + "h1{color:#0f2f4b;font-size:1.7em;line-height:1.2;margin:.6em 0}h2{color:#0f2f4b;font-size:1.2em;margin:1.4em 0 .3em}p{margin:.6em 0}"
        + ".address{background:#f6f3ec;padding:8px 12px}a{color:#00695c;text-underline-offset:.15em}a:focus{background:#fd0;color:#0b0c0c;outline:3px solid #0b0c0c}"
        + ".button{display:inline-block;background:#00695c;color:#fff;padding:10px 16px;margin:4px 8px 4px 0;text-decoration:none}dl{margin:0}dt{font-weight:700}dd{margin:0 0 .6em}"
        + "small{color:#4a5a66;font-size:16px}@media print{header{background:none;color:#000;padding-left:0}.button{background:none;color:#000;padding:0;text-decoration:underline}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    private readonly string? _ask = Link(settings.Site, "/gate/ask");
    private readonly string? _help = Link(settings.Site, "/report");

    /// <summary>The answer: an HTTP head, and its body (empty where only the head was asked for).</summary>
    public (byte[] Head, byte[] Body) Of(in PageAsked asked)
    {
        var body = Encoding.UTF8.GetBytes(asked.IsForReading ? Page(asked) : Line(asked));
        var head = new StringBuilder(640)
            .Append(asked.Why is null ? "HTTP/1.1 503 Service Unavailable\r\n" : "HTTP/1.1 403 Forbidden\r\n")
            .Append(asked.IsForReading ? "Content-Type: text/html; charset=utf-8\r\n" : "Content-Type: text/plain; charset=utf-8\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n")
            .Append("Content-Language: en-GB\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Security-Policy: {Policy}\r\n")
            .Append("X-Robots-Tag: noindex\r\n\r\n");
        return (Encoding.ASCII.GetBytes(head.ToString()), asked.IsHeadOnly ? [] : body);
    }

    private static string Line(in PageAsked asked) => asked.Why is null ? "The filter cannot decide now.\n" : "Denied by the school's filter.\n";

    private string Page(in PageAsked asked)
    {
        var (wording, why) = (asked.Wording, asked.Why);
        var title = PageWords.Title(wording, why);
        var page = new StringBuilder(4096);
        page.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(Encode(title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<header>Lifeguard</header>\n<main>\n");
        page.Append("<h1>").Append(Encode(title)).Append("</h1>\n");

        Paragraph(page, PageWords.Why(wording, why));
        Paragraph(page, PageWords.Calm(wording, why));

        // Of the sealed list nothing is said, not even what was typed.
        if (why is not { Reason: Reason.SealedList } && !asked.Address.IsEmpty)
            page.Append("<p class=\"address\">").Append(Encode(AddressText.Of(asked.Address))).Append("</p>\n");

        if (PageWords.Who(wording, why) is { Length: > 0 } who) Paragraph(page, who);
        if (wording == PageWording.Adult && why is not null && why.Reason != Reason.SealedList) Details(page, why);

        if (why is { Reason: not Reason.SealedList })
        {
            page.Append(wording == PageWording.Youngest ? "<h2>Do you need it?</h2>\n" : "<h2>If you need this page</h2>\n");
            Paragraph(page, PageWords.HowToAsk(wording));
            if (_ask is not null) page.Append("<p><a class=\"button\" target=\"_top\" href=\"").Append(_ask).Append("\">Ask for this page</a></p>\n");
        }

        Help(page, wording);
        page.Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private void Help(StringBuilder page, PageWording wording)
    {
        page.Append("<h2>I need help</h2>\n");
        if (_help is not null) page.Append("<p><a class=\"button\" target=\"_top\" href=\"").Append(_help).Append("\">I need help</a></p>\n");
        Paragraph(page, wording == PageWording.Adult ? "If you are worried about a child, tell the safeguarding lead now." : "You can talk to any adult at school, or ring:");
        page.Append("<dl>\n");
        foreach (var line in helplines.Current)
            page.Append("<dt>").Append(Encode(line.Name)).Append(": ").Append(Encode(line.Number)).Append("</dt>\n<dd>").Append(Encode(line.When)).Append("</dd>\n");
        page.Append("</dl>\n");
    }

    private static void Details(StringBuilder page, Explanation why)
    {
        page.Append("<p><small>Level: ").Append(Encode(why.LevelTitle)).Append(", because ").Append(Encode(why.LevelBecause)).Append('.');
        if (why.RuleAt is { } at) page.Append(" Rule: ").Append(Encode(why.Rule ?? "level")).Append(" (").Append(Encode(at)).Append(").");
        if (why is { List: { } list, ListAsOf: { } asOf }) page.Append(" List: ").Append(Encode(list)).Append(" of ").Append(asOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)).Append('.');
        page.Append("</small></p>\n");
    }

    private static void Paragraph(StringBuilder page, string text)
    {
        if (text.Length > 0) page.Append("<p>").Append(Encode(text)).Append("</p>\n");
    }

    private static string Encode(string text) => Encoder.Encode(text);

    private static string? Link(Uri? site, string path) => site is null ? null : Encoder.Encode(new Uri(site, path).AbsoluteUri);
}
