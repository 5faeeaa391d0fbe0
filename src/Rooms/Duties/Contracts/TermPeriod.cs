namespace Lifeguard.Duties.Contracts;

public enum TermPeriodKind
{
    /// <summary>The school has pupils, Monday to Friday, bank holidays apart.</summary>
    Open,

    /// <summary>Days inside an open period without pupils, such as a training day.</summary>
    Closed,
}

/// <summary>A stretch of days in the school's year, both ends included.</summary>
public sealed record TermPeriod(TermPeriodKind Kind, string Name, DateOnly First, DateOnly Last)
{
    internal bool Covers(DateOnly day) => First <= day && day <= Last;
}
