namespace Lifeguard.Duties.Model.Rota;

/// <summary>Which part of its days a duty covers.</summary>
internal enum OnDutyTimes
{
    SchoolHours,
    OutOfHours,
    DayAndNight,
}

internal static class OnDutyTimesWords
{
    public static string InWords(this OnDutyTimes times) => times switch
    {
        OnDutyTimes.SchoolHours => "In school hours",
        OnDutyTimes.OutOfHours => "Out of hours",
        _ => "Day and night",
    };
}
