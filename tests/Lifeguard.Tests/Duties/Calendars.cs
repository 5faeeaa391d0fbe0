using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Tests.Duties;

/// <summary>The calendars that the case tables speak of.</summary>
internal static class Calendars
{
    public const string SchoolHours = "Mon-Fri 08:00-16:30";

    private static readonly DutiesFiles Files = DutiesFiles.BuiltIn();

    public static NationCalendar OfCalendar(string calendar) => new(calendar, Files.BankHolidays);

    public static NationCalendar Of(Nation nation) => OfCalendar(nation switch
    {
        Nation.Scotland => "scotland",
        Nation.NorthernIreland => "northern-ireland",
        _ => "england-and-wales",
    });

    public static Nation Named(string nation) => Enum.Parse<Nation>(nation.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A school with the term dates of the case table.</summary>
    public static SchoolCalendar School(Nation nation) =>
        new(Of(nation),
        [
            .. CaseTable.Read("terms.csv").Select(row => new TermPeriod(
                row["kind"] == "open" ? TermPeriodKind.Open : TermPeriodKind.Closed, row["name"], Day(row["first"]), Day(row["last"]))),
        ],
        OpeningHours.Parse(SchoolHours));

    public static SchoolCalendar SchoolWithoutDates(Nation nation) => new(Of(nation), [], OpeningHours.Parse(SchoolHours));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
