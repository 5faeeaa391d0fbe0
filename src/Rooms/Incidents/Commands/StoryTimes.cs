using System.Globalization;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Commands;

/// <summary>Turns "eleven days ago at 10:40, then two hours later" into instants: school days only, in order, and never in the future.</summary>
internal sealed class StoryTimes(SchoolCalendar calendar, DateTimeOffset now)
{
    public IReadOnlyList<DateTimeOffset> Of(StoryFile.Story story)
    {
        var first = story.MinutesAgo is { } minutes ? now.AddMinutes(-minutes) : OnSchoolDay(UkTime.DateOf(now).AddDays(-story.DaysAgo!.Value), story.At!.Value);
        List<DateTimeOffset> times = [first];
        foreach (var act in story.Acts.Skip(1))
        {
            var after = Later(times[^1], act.After ?? "5m");
            // A day that falls into holidays moves back, but never before what it follows.
            var at = after > times[^1] ? after : times[^1].AddMinutes(10);
            times.Add(at < now ? at : Between(times[^1], now));
        }

        return times;
    }

    public static TimeSpan Span(string text) => text[^1] switch
    {
        'm' => TimeSpan.FromMinutes(int.Parse(text[..^1], CultureInfo.InvariantCulture)),
        'h' => TimeSpan.FromHours(int.Parse(text[..^1], CultureInfo.InvariantCulture)),
        'd' => TimeSpan.FromDays(int.Parse(text[..^1], CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"{text} is no length of time: write 20m, 3h or 2d."),
    };

    private DateTimeOffset Later(DateTimeOffset from, string after)
    {
        var parts = after.Split(' ');
        if (parts.Length == 1) return from + Span(parts[0]);
        return OnSchoolDay(UkTime.DateOf(from + Span(parts[0])), TimeOnly.ParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture));
    }

    private DateTimeOffset OnSchoolDay(DateOnly day, TimeOnly at)
    {
        while (!calendar.IsSchoolDay(day)) day = day.AddDays(-1);
        return UkTime.First(day.ToDateTime(at));
    }

    private static DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to) => from + ((to - from) / 2);
}
