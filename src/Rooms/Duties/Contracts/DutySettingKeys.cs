namespace Lifeguard.Duties.Contracts;

/// <summary>Keys of this room's settings in the Organisation room, and what is assumed where none is set.</summary>
public static class DutySettingKeys
{
    /// <summary>Hours in which somebody at school reads what comes in, as <see cref="OpeningHours"/> text.</summary>
    public const string SchoolHours = "duties.school-hours";

    public const string UsualSchoolHours = "Mon-Fri 08:00-16:30";

    /// <summary>Minutes of each step of a chain, separated by commas: <c>15,30,45</c>.</summary>
    public static string Minutes(string chain) => $"duties.minutes.{chain}";
}
