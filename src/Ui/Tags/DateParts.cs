using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Ui.Tags;

/// <summary>A date as it was typed: three boxes of text. Bind it with [BindProperty] and show it with lg-date-input.</summary>
[ModelBinder(typeof(DatePartsBinder))]
public readonly record struct DateParts(string? Day, string? Month, string? Year)
{
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public bool IsEmpty => Blank(Day) && Blank(Month) && Blank(Year);

    public static DateParts From(DateOnly? date) => date is not { } known
        ? default
        : new(Text(known.Day), Text(known.Month), Text(known.Year));

    /// <summary>Reads the date. <paramref name="what"/> begins the error text: "Date of birth", "The date it happened".</summary>
    public bool TryToDate(string what, out DateOnly date, out string error)
    {
        date = default;
        error = Problem(what);
        if (error.Length > 0) return false;

        date = new DateOnly(Number(Year), MonthNumber(Month), Number(Day));
        return true;
    }

    /// <summary>The boxes at fault: those left empty, or all three when the date does not exist or breaks a rule.</summary>
    internal (bool Day, bool Month, bool Year) Faults() =>
        !IsEmpty && (Blank(Day) || Blank(Month) || Blank(Year))
            ? (Blank(Day), Blank(Month), Blank(Year))
            : Number(Year) is > 0 and < 1000 ? (false, false, true) : (true, true, true);

    private string Problem(string what)
    {
        if (IsEmpty) return $"Enter {char.ToLower(what[0], CultureInfo.CurrentCulture)}{what[1..]}";

        var missing = Missing();
        if (missing.Count > 0) return $"{what} must include a {string.Join(" and ", missing)}";
        if (Number(Year) is > 0 and < 1000) return "Year must have 4 numbers";
        return IsReal() ? "" : $"{what} must be a real date";
    }

    private List<string> Missing()
    {
        var missing = new List<string>();
        if (Blank(Day)) missing.Add("day");
        if (Blank(Month)) missing.Add("month");
        if (Blank(Year)) missing.Add("year");
        return missing;
    }

    private bool IsReal()
    {
        var (day, month, year) = (Number(Day), MonthNumber(Month), Number(Year));
        return month is >= 1 and <= 12 && year is >= 1000 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    // "March" and "mar" are how people write a month in a hurry.
    private static int MonthNumber(string? text)
    {
        var word = (text ?? "").Trim().ToLowerInvariant();
        var named = word.Length < 3 ? -1 : Array.FindIndex(MonthNames, name => name.StartsWith(word, StringComparison.Ordinal));
        return named >= 0 ? named + 1 : Number(text);
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}
