using Lifeguard.Duties.Contracts;

namespace Lifeguard.Duties.Model.Calendar;

/// <summary>One period of an organisation's year as it was entered.</summary>
internal sealed class TermDate
{
    public required Guid Id { get; init; }
    public required Guid Org { get; init; }
    public required TermPeriodKind Kind { get; init; }
    public required string Name { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }

    public TermPeriod Period() => new(Kind, Name, FirstDay, LastDay);
}
