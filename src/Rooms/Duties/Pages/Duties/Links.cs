namespace Lifeguard.Duties.Pages.Duties;

/// <summary>Addresses of this room's pages.</summary>
internal static class Links
{
    public const string Year = "/school-year";
    public const string Numbers = "/local-numbers";

    public static string YearOf(Guid school) => $"{Year}?school={school}";

    public static string NumbersOf(Guid place) => $"{Numbers}?place={place}";
}
