using System.Globalization;
using System.Text;

namespace Lifeguard.Incidents.Storage;

/// <summary>Names as they were written, made alike for searching: case, accents and apostrophes count for nothing.</summary>
internal static class WrittenNames
{
    // Letters and what they become; the apostrophes at the end become nothing. unaccent() cannot stand in a stored column.
    private const string From = "àáâãäåāăąçćčďđðèéêëēęěìíîïīłñńňòóôõöøōőřśšşťţùúûüūůűýÿźżž''’‘`";
    private const string To = "aaaaaaaaacccdddeeeeeeeiiiiilnnnoooooooorsssttuuuuuuuyyzzz";

    /// <summary>The stored search column of a table with this column of names.</summary>
    public static string Sql(string column) => $"to_tsvector('simple', translate(lower({column}), '{From}', '{To}'))";

    /// <summary>A query for names that have a word beginning with each word typed; null when nothing is left of it.</summary>
    public static string? Query(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            var at = From.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0) plain.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
            else if (Becomes(at) is { } other) plain.Append(other);
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" & ", words.Select(word => string.Create(CultureInfo.InvariantCulture, $"{word}:*")));
    }

    private static char? Becomes(int at) => at < To.Length ? To[at] : null;
}
