using System.Text;
using Lifeguard.Incidents.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>Words as they arrive from a form.</summary>
internal static class Written
{
    /// <summary>Line ends made one, characters that no screen shows left out, nothing else changed; null for nothing.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;

        var kept = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\n' or '\t' || !char.IsControl(letter)) kept.Append(letter);
        }

        return kept.ToString().Trim() is { Length: > 0 } words ? words : null;
    }

    /// <summary>The sentence for words that are too long, or null. They are refused and never cut.</summary>
    public static string? TooLong(string? text, string what, int most = IncidentTables.LongestText) =>
        text?.Length > most ? $"{what} must be {most:N0} characters or fewer. It has {text.Length:N0}" : null;
}
