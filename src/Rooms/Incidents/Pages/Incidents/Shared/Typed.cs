namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>Text as it is kept: what no person types is left out, and nothing else is changed.</summary>
internal static class Typed
{
    /// <summary>Longest answer of a few sentences, in characters.</summary>
    public const int Long = 8_000;

    /// <summary>Longest answer of one line.</summary>
    public const int Short = 200;

    /// <summary>The words without control characters and without blanks around them; null when none are left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        // The database takes no NUL, and other control characters only serve to hide what stands beside them.
        var kept = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (kept.Any(IsUnwanted)) kept = string.Concat(kept.Where(letter => !IsUnwanted(letter)));
        kept = kept.Trim();
        return kept.Length == 0 ? null : kept;
    }

    private static bool IsUnwanted(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');
}
