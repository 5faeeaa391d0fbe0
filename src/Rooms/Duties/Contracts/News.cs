using Lifeguard.Kernel;

namespace Lifeguard.Duties.Contracts;

/// <summary>Something must be done about a record.</summary>
public sealed record DutyOpened(RecordRef About, string Key, DateTimeOffset DueAt) : IHappened;

/// <summary>It was done, or is no longer needed.</summary>
public sealed record DutySettled(RecordRef About, string Key, string Result) : IHappened;

/// <summary>
/// Nobody did it in time. The record's own room answers inside the same transaction: it finds the person for a desk that has no
/// roles, adds them as a holder and posts the letters.
/// </summary>
/// <param name="Step">1 for the first time it is passed on.</param>
/// <param name="Desk">The desk that is asked now, or null for a duty without a chain.</param>
public sealed record DutyOverdue(RecordRef About, string Key, int Step, string? Desk, bool IsUrgent) : IHappened;

/// <summary>School days changed, and with them the time at which a duty is passed on.</summary>
public sealed record DutyMoved(RecordRef About, string Key, DateTimeOffset From, DateTimeOffset To) : IHappened;

/// <summary>An organisation entered its term dates.</summary>
public sealed record TermDatesEntered(RecordRef About, DateOnly First, DateOnly Last, int Periods) : IHappened;

/// <summary>A school said in which hours somebody reads what comes in; null when the hours of the organisation above hold again.</summary>
public sealed record SchoolHoursSet(RecordRef About, string? Hours) : IHappened;

/// <summary>Somebody of the safeguarding team was put on duty.</summary>
public sealed record OnDutySet(RecordRef About, Guid ShiftId, Guid Identity, string Name, DateOnly First, DateOnly Last, string Times) : IHappened;

/// <summary>A duty was taken back before it was over.</summary>
public sealed record OnDutyTakenBack(RecordRef About, Guid ShiftId, Guid Identity, string Name) : IHappened;
