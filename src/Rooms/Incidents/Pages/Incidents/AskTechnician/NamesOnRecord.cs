using System.Globalization;
using System.Text;

namespace Lifeguard.Incidents.Pages.Incidents.AskTechnician;

/// <summary>
/// Whether words meant for the technician give somebody away. Given name, family name or both run together are looked for,
/// without regard to case and accents. Rather one refusal too many: the words can be changed, what was read cannot.
/// </summary>
internal sealed class NamesOnRecord(IEnumerable<string> names)
{
    // Shorter ones ("Al", "Jo") stand in too many ordinary words to be looked for inside others.
    private const int ShortestInside = 5;
    private const int Shortest = 2;

    private readonly HashSet<string> _words = [.. names.SelectMany(Words).Where(word => word.Length >= Shortest)];

    public bool AreIn(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return false;
        foreach (var word in Words(text))
        {
            // "Hart's" has lost its apostrophe by now.
            if (_words.Contains(word) || (word.EndsWith('s') && _words.Contains(word[..^1]))) return true;
            if (_words.Any(name => name.Length >= ShortestInside && word.Contains(name, StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static IEnumerable<string> Words(string text) =>
        Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’') continue;
            folded.Append(char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return folded.ToString();
    }
}
