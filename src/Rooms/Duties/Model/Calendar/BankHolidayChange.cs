namespace Lifeguard.Duties.Model.Calendar;

/// <summary>A day appointed or moved for one year only.</summary>
internal sealed record BankHolidayChange
{
    public required string Key { get; init; }
    public required IReadOnlyList<string> Calendars { get; init; }
    public DateOnly? Removes { get; init; }
    public required DateOnly Adds { get; init; }
    public required string Name { get; init; }
    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}
