using Lifeguard.Incidents.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>What is said of words on a form.</summary>
internal static class Written
{
    /// <summary>The sentence for words that are too long, or null. They are refused and never cut.</summary>
    public static string? TooLong(string? text, string what, int most = IncidentTables.LongestText) =>
        text?.Length > most ? $"{what} must be {most:N0} characters or fewer. It has {text.Length:N0}" : null;
}
