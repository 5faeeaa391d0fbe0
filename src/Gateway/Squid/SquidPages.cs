using System.Text.Encodings.Web;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// The pages that Squid shows by itself: when no gateway answers, when a door is shut, when a website fails. All of them are ours, in words
/// of a child and with the helplines on them; Squid's own would name the machine, the version and the address.
/// </summary>
internal static class SquidPages
{
    /// <summary>Each file of Squid's page folder, by its name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        var frame = Resource("page.html").Replace("{help}", Help(), StringComparison.Ordinal);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        var (title, words) = ("", new List<string>());
        foreach (var line in Lines("pages.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var rest = line[(space + 1)..];
            switch (line[..space])
            {
                case "title":
                    title = rest;
                    words.Clear();
                    break;
                case "words":
                    words.Add($"<p>{Encoded(rest)}</p>");
                    break;
                case "errors":
                    var page = frame.Replace("{title}", Encoded(title), StringComparison.Ordinal).Replace("{words}", string.Join('\n', words), StringComparison.Ordinal);
                    // A percent sign means something to Squid; we have nothing for it to fill in.
                    foreach (var error in rest.Split(' ')) pages.Add(error, page.Replace("%", "%%", StringComparison.Ordinal));
                    break;
                default: throw new InvalidOperationException($"pages.txt: {line}");
            }
        }

        // The details of TLS faults have a file of their own, of which we show nothing.
        pages.Add("error-details.txt", "name: SQUID_ERR_SSL_HANDSHAKE\ndetail: \"%ssl_error_descr\"\ndescr: \"Handshake failed\"\n");
        return pages;
    }

    private static string Help() => string.Join('\n', Lines("help.tsv").Select(line => line.Split('\t')).Select(parts =>
        $"<li><strong>{Encoded(parts[0])}</strong>: {Encoded(parts[1])}. {Encoded(parts[3])}." + (parts[2].Length == 0 ? "" : $" <a href=\"{Encoded(parts[2])}\">{Encoded(parts[2][8..].Trim('/'))}</a>") + "</li>"));

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text).Replace("&#x27;", "'", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string name) => Resource(name).Split('\n').Where(line => line.Length > 0 && line[0] != '#');

    private static string Resource(string name)
    {
        using var stream = typeof(SquidPages).Assembly.GetManifestResourceStream($"Lifeguard.Gateway.Squid.Data.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
