using Lifeguard.Duties.Contracts;

namespace Lifeguard.Duties.Model.Rota;

/// <summary>Somebody of the safeguarding team who is on duty on these days, in school hours, out of them, or both.</summary>
internal sealed class OnDutyShift
{
    public const int LongestName = 200;
    public const int LongestTelephone = 30;

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IdentityId { get; init; }

    /// <summary>As it was when the duty was set.</summary>
    public required string Name { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required OnDutyTimes Times { get; init; }

    /// <summary>A number that everybody who reports may be shown.</summary>
    public string? Telephone { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public bool Covers(DateTimeOffset at, SchoolCalendar calendar)
    {
        var day = DutyDay.Of(at, calendar);
        return FirstDay <= day && day <= LastDay && (Times == OnDutyTimes.DayAndNight || Times == OnDutyTimes.SchoolHours == calendar.IsOpen(at));
    }

    /// <summary>When the stretch ends that covers this instant.</summary>
    public DateTimeOffset Until(DateTimeOffset at, SchoolCalendar calendar)
    {
        var end = DutyDay.Begins(LastDay.AddDays(1), calendar);
        var stretch = Times switch
        {
            OnDutyTimes.SchoolHours => calendar.SameDay(at),
            OnDutyTimes.OutOfHours => calendar.NextOpening(at),
            _ => end,
        };
        return stretch < end ? stretch : end;
    }

    /// <summary>From when it covers a school that is closed now, if it does before school opens; null for school hours and for what is over.</summary>
    public DateTimeOffset? CoversNext(DateTimeOffset at, SchoolCalendar calendar)
    {
        var begins = DutyDay.Begins(FirstDay, calendar);
        return Times == OnDutyTimes.SchoolHours || at >= DutyDay.Begins(LastDay.AddDays(1), calendar) ? null : begins > at ? begins : at;
    }
}
