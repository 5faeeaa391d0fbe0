using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Search;

/// <summary>
/// Whether words typed into the search are a type's name. Stricter than the list of types itself: a pupil called Dev must not bring
/// every record about a device.
/// </summary>
internal static class TypeNames
{
    private const int ShortestBeginning = 5;

    public static bool Fit(IncidentType type, string typed)
    {
        var wanted = Words(typed);
        if (wanted.Length == 0) return false;
        var joined = string.Concat(wanted);
        return ((IEnumerable<string>)[type.Label, .. type.AlsoCalled]).Any(name =>
        {
            var words = Words(name);
            return string.Concat(words) == joined
                || Array.TrueForAll(wanted, word => Array.Exists(words, other => other == word || (word.Length >= ShortestBeginning && other.StartsWith(word, StringComparison.Ordinal))));
        });
    }

    private static string[] Words(string text) =>
        string.Concat(text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
