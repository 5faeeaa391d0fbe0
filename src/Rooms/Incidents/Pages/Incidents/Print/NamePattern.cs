using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>How a name may be written by somebody in a hurry: without accents, joined, turned round, shortened to an initial.</summary>
internal static class NamePattern
{
    private const string NoLetterBefore = @"(?<![\p{L}\p{M}])";
    private const string NoLetterAfter = @"(?=(?:['’]?s)?(?![\p{L}\p{M}]))";
    private const string Between = @"[^\p{L}]{0,3}";

    // Words that stand in a description ("a boy from Year 9") and are nobody's name.
    private static readonly HashSet<string> Common = new(
        ("a an and another at boy brother but by called child children class dad daughter family father for form friend from game girl group guardian her his " +
        "in known man mother mr mrs ms miss mum my named no nobody not of older on one online other parent person player possibly pupil school sister some " +
        "somebody someone son stranger student teacher the their they two unknown user we who with woman year younger dr").Split(' '), StringComparer.Ordinal);

    // Letters that no accent explains.
    private static readonly Dictionary<char, string> Plain = new() { ['ł'] = "l", ['ø'] = "o", ['đ'] = "d", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ı'] = "i" };

    /// <summary>The words of a name that can give it away alone.</summary>
    public static IEnumerable<string> WordsOf(OnRecord one) =>
        new[] { one.Name, one.AsWritten }.SelectMany(Split).SelectMany(word => word.Contains('-', StringComparison.Ordinal) ? word.Split('-').Prepend(word) : [word])
            .Where(word => word.Count(char.IsLetter) > 1 && !Common.Contains(Fold(word))).Distinct(StringComparer.OrdinalIgnoreCase);

    public static string Fold(string word)
    {
        var folded = new StringBuilder();
        foreach (var letter in word.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(Plain.TryGetValue(letter, out var plain) ? plain : letter.ToString());
        }

        return folded.ToString();
    }

    /// <summary>First and family name together, in either order, with or without something between, the first also as an initial.</summary>
    public static IEnumerable<string> Whole(OnRecord one)
    {
        foreach (var name in new[] { one.Name, one.AsWritten }.Distinct(StringComparer.Ordinal))
        {
            var words = Split(name).ToList();
            if (words.Count < 2 || words.TrueForAll(word => Common.Contains(Fold(word)))) continue;
            var first = Letters(words[0]);
            var last = Letters(words[^1]);
            yield return NoLetterBefore + string.Join(Between, words.Select(Letters)) + NoLetterAfter;
            if (words.Count > 2) yield return $"{NoLetterBefore}{first}{Between}{last}{NoLetterAfter}";
            yield return $"{NoLetterBefore}{last}{Between}{first}{NoLetterAfter}";
            if (!Common.Contains(Fold(words[^1]))) yield return $@"{NoLetterBefore}{Letters(words[0][..1])}[.\s]{{1,2}}{last}{NoLetterAfter}";
        }
    }

    public static string Single(string word) => NoLetterBefore + Letters(word) + NoLetterAfter;

    private static IEnumerable<string> Split(string name) =>
        name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word.Trim('.', ',', '(', ')', '"', '\'')).Where(word => word.Length > 0);

    private static string Letters(string word)
    {
        var pattern = new StringBuilder();
        foreach (var letter in Fold(word))
        {
            if (!char.IsLetterOrDigit(letter)) pattern.Append(@"[^\p{L}]?");
            else pattern.Append(OneLetter(letter)).Append(@"\p{M}*");
        }

        return pattern.ToString();
    }

    private static string OneLetter(char letter)
    {
        var others = string.Concat(Plain.Where(pair => pair.Value == letter.ToString()).Select(pair => pair.Key));
        return others.Length == 0 ? Regex.Escape(letter.ToString()) : $"[{letter}{others}]";
    }
}
