using System.Globalization;
using System.Text.RegularExpressions;
using Lifeguard.Duties.Contracts;

namespace Lifeguard.Duties.Model.Calendar;

/// <summary>Reads opening hours as people write them, and says what it does not understand.</summary>
internal static partial class OpeningHoursText
{
    private const int Day = 24 * 60;
    private const string BankHolidays = "bank holidays";

    // Monday first, as weeks are written here.
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static OpeningHours? Read(string text, out string? fault)
    {
        text = text.Trim();
        var week = new Dictionary<DayOfWeek, IReadOnlyList<MinuteRange>>();
        IReadOnlyList<MinuteRange> bankHolidays = [];
        fault = text.Length == 0 ? "Enter the hours, for example Mon-Thu 08:00-17:30; Fri 08:00-16:30" : null;

        if (text.Equals("always", StringComparison.OrdinalIgnoreCase))
        {
            IReadOnlyList<MinuteRange> wholeDay = [new(0, Day)];
            return new OpeningHours("Always", Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => wholeDay), wholeDay);
        }

        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var shape = Part().Match(part);
            if (!shape.Success) fault ??= $"'{part}' is not days followed by times such as 08:00-17:30";
            if (fault is not null) return null;

            var ranges = Ranges(shape.Groups["ranges"].Value, ref fault);
            var days = shape.Groups["days"].Value.Trim().ToLowerInvariant();
            if (days == BankHolidays)
            {
                bankHolidays = ranges;
                continue;
            }

            foreach (var day in DaysOf(days, ref fault))
            {
                if (!week.TryAdd(day, ranges)) fault ??= $"{day} stands there twice";
            }
        }

        if (Overlap(week)) fault ??= "Two of the times overlap";
        return fault is null ? new OpeningHours(text, week, bankHolidays) : null;
    }

    private static List<DayOfWeek> DaysOf(string text, ref string? fault)
    {
        var days = new List<DayOfWeek>();
        foreach (var piece in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = piece.Split('-', StringSplitOptions.TrimEntries);
            var first = Array.IndexOf(Names, ends[0]);
            var last = Array.IndexOf(Names, ends[^1]);
            if (ends.Length > 2 || first < 0 || last < first)
            {
                fault ??= $"'{piece}' is not a day or a row of days such as Mon-Fri";
                return [];
            }

            days.AddRange(Enumerable.Range(first, last - first + 1).Select(at => (DayOfWeek)((at + 1) % 7)));
        }

        return days;
    }

    private static List<MinuteRange> Ranges(string text, ref string? fault)
    {
        var ranges = new List<MinuteRange>();
        foreach (Match range in Range().Matches(text))
        {
            var start = Minutes(range.Groups[1].Value, range.Groups[2].Value);
            var end = Minutes(range.Groups[3].Value, range.Groups[4].Value);
            if (start is null or Day || end is null)
            {
                fault ??= $"'{range.Value}' is not two times of day";
                return [];
            }

            ranges.Add(new(start.Value, end <= start ? end.Value + Day : end.Value));
        }

        return [.. ranges.OrderBy(range => range.Start)];
    }

    private static int? Minutes(string hours, string minutes)
    {
        var (h, m) = (int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture));
        return m < 60 && (h < 24 || (h == 24 && m == 0)) ? (h * 60) + m : null;
    }

    // The week is a ring: Sunday night may run into Monday morning.
    private static bool Overlap(Dictionary<DayOfWeek, IReadOnlyList<MinuteRange>> week)
    {
        var line = week.SelectMany(day => day.Value.Select(range => Shift(range, (((int)day.Key + 6) % 7) * Day))).OrderBy(range => range.Start).ToList();
        if (line.Count == 0) return false;

        line.Add(Shift(line[0], 7 * Day));
        return line.Zip(line.Skip(1)).Any(pair => pair.First.End > pair.Second.Start);
    }

    private static MinuteRange Shift(MinuteRange range, int by) => new(range.Start + by, range.End + by);

    [GeneratedRegex(@"^(?<days>[A-Za-z][A-Za-z ,\-]*?)\s+(?<ranges>\d{2}:\d{2}\s*-\s*\d{2}:\d{2}(\s*,\s*\d{2}:\d{2}\s*-\s*\d{2}:\d{2})*)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})")]
    private static partial Regex Range();
}
