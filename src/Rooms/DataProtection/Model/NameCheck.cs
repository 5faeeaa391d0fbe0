using System.Globalization;
using System.Text;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.DataProtection.Model;

/// <summary>
/// Looks through words that are to be given away for the names of anybody else whom the school knows or has known. A first and a family name
/// together are always a name. A single word with a capital letter may be one, and somebody looks.
/// </summary>
internal sealed class NameCheck
{
    private readonly Dictionary<string, List<string[]>> _whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> _single = new(StringComparer.Ordinal);

    /// <param name="own">The human being who gets the words: their own names may stand.</param>
    public NameCheck(IReadOnlyList<KnownName> names, Guid own)
    {
        var mine = names.Where(one => one.IdentityId == own).SelectMany(WordsOf).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(one => one.IdentityId != own))
        {
            var family = Words(name.Family);
            foreach (var given in name.Given.Select(Words))
            {
                if (given.Length == 0 || family.Length == 0 || given.Concat(family).All(mine.Contains)) continue;
                Add([.. given, .. family]);
                Add([.. family, .. given]);
                Add([given[0], family[^1]]);
            }

            _single.UnionWith(WordsOf(name).Where(word => word.Length > 2 && !mine.Contains(word)));
        }
    }

    /// <summary>First and family names together that still stand there.</summary>
    public IReadOnlyList<string> Whole(string text)
    {
        var (words, written) = Split(text);
        List<string> found = [];
        for (var at = 0; at < words.Count; at++)
        {
            if (!_whole.TryGetValue(words[at], out var names)) continue;
            foreach (var name in names.Where(name => at + name.Length <= words.Count && name.Select((word, further) => words[at + further] == word).All(fits => fits)))
                found.Add(string.Join(' ', written.Skip(at).Take(name.Length)));
        }

        return [.. found.Distinct()];
    }

    /// <summary>Single words with a capital letter that are a name of somebody: "Rose" may be a flower.</summary>
    public IReadOnlyList<string> Perhaps(string text)
    {
        var (words, written) = Split(text);
        return [.. written.Where((word, at) => char.IsUpper(word[0]) && _single.Contains(words[at])).Distinct()];
    }

    private void Add(string[] name)
    {
        if (!_whole.TryGetValue(name[0], out var names)) _whole[name[0]] = names = [];
        names.Add(name);
    }

    private static IEnumerable<string> WordsOf(KnownName name) => name.Given.Append(name.Family).SelectMany(Words);

    private static string[] Words(string name) => [.. Split(name).Folded];

    private static (List<string> Folded, List<string> Written) Split(string text)
    {
        List<string> folded = [], written = [];
        StringBuilder word = new(), plain = new();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                word.Append(letter);
                continue;
            }

            if (char.IsLetter(letter))
            {
                word.Append(letter);
                plain.Append(char.ToLowerInvariant(letter));
                continue;
            }

            if (plain.Length > 0)
            {
                folded.Add(plain.ToString());
                written.Add(word.ToString().Normalize(NormalizationForm.FormC));
            }

            word.Clear();
            plain.Clear();
        }

        return (folded, written);
    }
}
