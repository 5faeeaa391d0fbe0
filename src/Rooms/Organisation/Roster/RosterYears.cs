using System.Globalization;

namespace Lifeguard.Organisation.Roster;

/// <summary>Grades of an export as year groups of a school in the United Kingdom.</summary>
internal static class RosterYears
{
    /// <summary>The year group in words, or null when the grade is none that is known.</summary>
    public static string? Of(string grade) => grade.Trim().ToUpperInvariant() switch
    {
        "IT" or "PR" or "PK" or "N" or "N1" or "N2" or "NURSERY" => "Nursery",
        "TK" or "KG" or "K" or "R" or "RE" or "00" or "0" or "RECEPTION" => "Reception",
        "PS" => "After Year 13",
        var text => Number(text) is >= 1 and <= 14 and var year ? $"Year {year}" : null,
    };

    private static int? Number(string text)
    {
        var digits = text.StartsWith("YEAR", StringComparison.Ordinal) ? text[4..] : text.TrimStart('Y');
        return int.TryParse(digits, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var year) ? year : null;
    }
}
