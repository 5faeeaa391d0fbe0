using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Answer;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// The pages that Squid shows by itself: when no gateway answers, when a door is shut, when a website fails. They are the gateway's own in
/// look, words and numbers, but that Squid does not know the age of who asks: the words are those for a child. Squid's own would name the
/// machine, the version and the address.
/// </summary>
internal static class SquidPages
{
    private const string ErrorField = "X-Squid-Error";

    private const PageWording Wording = PageWording.Child;

    /// <summary>Each file of Squid's page folder, by its name. A page needs nothing beside itself.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<Helpline> helplines)
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        var (title, words) = ("", new List<string>());
        foreach (var line in Lines("pages.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var rest = line[(space + 1)..];
            switch (line[..space])
            {
                case "title":
                    title = Said(rest);
                    words.Clear();
                    break;
                case "words":
                    words.Add(Said(rest));
                    break;
                case "errors":
                    // A percent sign means something to Squid; we have nothing for it to fill in.
                    var page = Page(title, words, helplines).Replace("%", "%%", StringComparison.Ordinal);
                    foreach (var error in rest.Split(' ')) pages.Add(error, page);
                    break;
                default: throw new InvalidOperationException($"pages.txt: {line}");
            }
        }

        // The details of TLS faults have a file of their own, of which we show nothing.
        pages.Add("error-details.txt", "name: SQUID_ERR_SSL_HANDSHAKE\ndetail: \"%ssl_error_descr\"\ndescr: \"Handshake failed\"\n");
        return pages;
    }

    /// <summary>Whether an answer is one of these pages, by the name of its error, and not an answer of the filter or of a website. Squid says "403:NAME 0" where a rule chose the page, else "NAME 0".</summary>
    public static bool Is(HttpResponseMessage answer, string error) =>
        answer.Headers.TryGetValues(ErrorField, out var said) && said.Any(one => one.Split(' ')[0].Split(':')[^1] == error);

    private static string Page(string title, List<string> words, IReadOnlyList<Helpline> helplines)
    {
        var page = PageFrame.Begin(title);
        foreach (var one in words) PageFrame.Paragraph(page, one);
        return PageFrame.End(page, PageWords.Talk(Wording), helplines, null);
    }

    /// <summary>What the gateway says too is said in its words.</summary>
    private static string Said(string text) => text switch
    {
        "{title when undecided}" => PageWords.Title(Wording, null),
        "{why when undecided}" => PageWords.Why(Wording, null),
        "{calm when undecided}" => PageWords.Calm(Wording, isDecided: false),
        "{title when blocked}" => PageWords.Title(Wording, FilterAction.Block),
        "{calm when blocked}" => PageWords.Calm(Wording, isDecided: true),
        "{title when refused}" => PageWords.Title(Wording, FilterAction.Refuse),
        "{how to ask}" => PageWords.HowToAsk(Wording),
        _ when text[0] == '{' => throw new InvalidOperationException($"pages.txt: {text}"),
        _ => text,
    };

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(SquidPages).Assembly.GetManifestResourceStream($"Lifeguard.Gateway.Squid.Data.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#');
    }
}
