using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lifeguard.Children.Imports;

/// <summary>Text of an export as plain words: markup gone, paragraphs kept, nothing in it that could be a picture.</summary>
internal static partial class PlainWords
{
    private const string PictureLeftOut = "[a picture was left out]";

    public static string Of(string text)
    {
        // No file is ever taken with words, and a picture pasted as text is a file.
        var words = Picture().Replace(text.ReplaceLineEndings("\n"), PictureLeftOut);
        if (Tag().IsMatch(words))
        {
            words = Unseen().Replace(words, "");
            words = Break().Replace(words, "\n");
            words = Item().Replace(words, "\n- ");
            words = Tag().Replace(words, "");
        }

        words = WebUtility.HtmlDecode(words).Replace('\u00a0', ' ');
        var kept = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar)) kept.Append(rune.ToString());
        }

        return Gaps().Replace(kept.ToString(), "\n\n").Trim();
    }

    /// <summary>The same for what is one line.</summary>
    public static string Line(string text) => string.Join(' ', Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"<img\b[^>]*>|data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"<(script|style|head)\b[^>]*>.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|tr|h[1-6]|ul|ol|table|blockquote)\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"<li\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Item();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n(?:[ \t]*\n)+")]
    private static partial Regex Gaps();
}
