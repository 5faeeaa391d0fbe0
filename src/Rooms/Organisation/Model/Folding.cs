using System.Globalization;
using System.Text;

namespace Lifeguard.Organisation.Model;

/// <summary>Folds names for search: lower case, accents off, everything that is neither letter nor digit a single space.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark) continue;
            // Apostrophes vanish, so that O'Brien, O’Brien and Obrien are one name; hyphens part two words.
            if (letter is '\'' or '’' or '‘' or '`' or 'ʼ') continue;
            if (char.IsLetterOrDigit(letter)) folded.Append(Base(char.ToLowerInvariant(letter)));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Letters whose stroke is part of the letter, which decomposing leaves alone.
    private static string Base(char letter) => letter switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        _ => letter.ToString(),
    };
}
