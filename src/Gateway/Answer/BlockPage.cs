using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageFrame.Style)))}'; base-uri 'none'; form-action 'none'";

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
        var page = PageFrame.Begin(PageWords.Title(wording, why?.Action));
        PageFrame.Paragraph(page, PageWords.Why(wording, why));
        PageFrame.Paragraph(page, PageWords.Calm(wording, why is not null));

        // Of the sealed list nothing is said, not even what was typed.
        if (why is not { Reason: Reason.SealedList } && !asked.Address.IsEmpty)
            page.Append("<p class=\"address\">").Append(PageFrame.Encode(AddressText.Of(asked.Address))).Append("</p>\n");

        if (PageWords.Who(wording, why) is { Length: > 0 } who) PageFrame.Paragraph(page, who);
        if (wording == PageWording.Adult && why is not null && why.Reason != Reason.SealedList) Details(page, why);

        if (why is { Reason: not Reason.SealedList })
        {
            page.Append(wording == PageWording.Youngest ? "<h2>Do you need it?</h2>\n" : "<h2>If you need this page</h2>\n");
            PageFrame.Paragraph(page, PageWords.HowToAsk(wording));
            if (_ask is not null) page.Append("<p><a class=\"button\" target=\"_top\" href=\"").Append(_ask).Append("\">Ask for this page</a></p>\n");
        }

        return PageFrame.End(page, PageWords.Talk(wording), helplines.Current, _help);
    }

    private static void Details(StringBuilder page, Explanation why)
    {
        page.Append("<p><small>Level: ").Append(PageFrame.Encode(why.LevelTitle)).Append(", because ").Append(PageFrame.Encode(why.LevelBecause)).Append('.');
        if (why.RuleAt is { } at) page.Append(" Rule: ").Append(PageFrame.Encode(why.Rule ?? "level")).Append(" (").Append(PageFrame.Encode(at)).Append(").");
        if (why is { List: { } list, ListAsOf: { } asOf }) page.Append(" List: ").Append(PageFrame.Encode(list)).Append(" of ").Append(asOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)).Append('.');
        page.Append("</small></p>\n");
    }

    private static string? Link(Uri? site, string path) => site is null ? null : PageFrame.Encode(new Uri(site, path).AbsoluteUri);
}
