using System.Text;
using System.Text.RegularExpressions;

namespace Lifeguard.Ui.Print;

/// <summary>
/// Puts styles and fonts into a page, so that it can be drawn without fetching anything. They are the very files that are served,
/// built into this assembly: a PDF must not depend on where the site's files lie.
/// </summary>
internal static partial class PaperStyles
{
    /// <summary>The title of every PDF. Viewers show it, and it travels with the file.</summary>
    public const string NeutralTitle = "Lifeguard record";

    private static readonly Lazy<string> Styles = new(Read);

    /// <summary>The page with everything inside it, a neutral title and the foot line on each sheet.</summary>
    public static string Enclose(string html, string foot)
    {
        html = Title().Replace(html, _ => $"<title>{NeutralTitle}</title>", 1);
        html = Fetched().Replace(html, "");
        // A third wall behind the two of the browser's own: even what is written into the page may load nothing.
        var head = new StringBuilder("<head>")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:\">")
            .Append("<style>").Append(Styles.Value).Append("</style>")
            .Append("<style>@page{@bottom-left{content:\"").Append(CssText(foot)).Append("\";font-family:\"Atkinson Hyperlegible\",arial,sans-serif;font-size:9pt}}</style>");
        return Head().Replace(html, _ => head.ToString(), 1);
    }

    // Everything but plain letters, digits and spaces as an escape, which a space ends: a school's name may hold a quotation mark.
    private static string CssText(string text)
    {
        var css = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ' || (rune.IsAscii && Rune.IsLetterOrDigit(rune))) css.Append(rune);
            else css.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        }

        return css.ToString();
    }

    private static string Read()
    {
        var css = Encoding.UTF8.GetString(Asset("lifeguard.css"));
        return FontAddress().Replace(css, match => $"url(data:font/woff2;base64,{Convert.ToBase64String(Asset(match.Groups["file"].Value))})");
    }

    private static byte[] Asset(string name)
    {
        using var stream = typeof(PaperStyles).Assembly.GetManifestResourceStream("Lifeguard.Ui.assets." + name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("<title>.*?</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    // Only the layout writes these; whatever a person wrote stands encoded.
    [GeneratedRegex("<link [^>]*>|<script [^>]*></script>")]
    private static partial Regex Fetched();

    [GeneratedRegex("<head>")]
    private static partial Regex Head();

    [GeneratedRegex("""url\(["']?[^"')]*?fonts/(?<file>[^"')/]+\.woff2)["']?\)""")]
    private static partial Regex FontAddress();
}
