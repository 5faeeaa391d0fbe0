using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Duties.Model.Escalation;

/// <summary>Something that somebody must do about a record, and who is asked next while nobody does.</summary>
internal sealed class Duty
{
    private readonly List<DutyHolding> _holdings = [];

    public required Guid Id { get; init; }
    public required Guid Org { get; init; }
    public required string RecordKind { get; init; }
    public required Guid RecordId { get; init; }
    public required string Key { get; init; }
    public required string Asks { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required bool IsUrgent { get; init; }
    public required ChainClock Clock { get; init; }

    /// <summary>The chain as it was when the duty was opened: a later change of the settings does not reach back.</summary>
    public required IReadOnlyList<ChainStep> Steps { get; init; }

    public int StepsTaken { get; private set; }
    public DateTimeOffset? NextStepAt { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public Guid? SettledBy { get; private set; }
    public string? Result { get; private set; }
    public IReadOnlyList<DutyHolding> Holdings => _holdings;

    public RecordRef Record => new(RecordKind, RecordId);

    /// <summary>Works out when it is passed on for the first time.</summary>
    public void Start(SchoolCalendar calendar) => NextStepAt = StepAt(calendar);

    public void Settle(string result, Deed deed)
    {
        SettledAt = deed.At;
        SettledBy = deed.By;
        Result = result;
        NextStepAt = null;
    }

    public void Hold(DutyHolder holder, DateTimeOffset at)
    {
        if (_holdings.Exists(held => held.Desk == holder.Desk && held.IdentityId == holder.Identity)) return;
        _holdings.Add(new DutyHolding { Id = Guid.CreateVersion7(at), Org = Org, DutyId = Id, Desk = holder.Desk, IdentityId = holder.Identity, Since = at });
    }

    /// <summary>Takes the step that is due, and says so; null when none is due at this instant.</summary>
    public DutyOverdue? TakeStep(DateTimeOffset now, SchoolCalendar calendar)
    {
        if (SettledAt is not null || NextStepAt is null || NextStepAt > now) return null;

        var desk = StepsTaken < Steps.Count ? Steps[StepsTaken].Desk : null;
        StepsTaken++;
        if (desk is not null) Hold(DutyHolder.At(desk), now);
        NextStepAt = StepAt(calendar);
        return new DutyOverdue(Record, Key, StepsTaken, desk, IsUrgent);
    }

    /// <summary>School days have changed: moves the next step, and says so when it does move.</summary>
    public DutyMoved? Move(SchoolCalendar calendar)
    {
        if (SettledAt is not null || NextStepAt is not { } from || StepAt(calendar) is not { } to || to == from) return null;

        NextStepAt = to;
        return new DutyMoved(Record, Key, from, to);
    }

    // A duty without a chain is passed to nobody: it becomes overdue once, at its due time.
    private DateTimeOffset? StepAt(SchoolCalendar calendar)
    {
        if (Steps.Count == 0) return StepsTaken == 0 ? DueAt : null;

        var from = Clock == ChainClock.SchoolTimeAfterDue ? DueAt : OpenedAt;
        return StepsTaken < Steps.Count ? EscalationChains.DueAt(Clock, Steps[StepsTaken].Minutes, from, calendar) : null;
    }
}

/// <summary>One desk or person that a duty waits for.</summary>
internal sealed class DutyHolding
{
    public required Guid Id { get; init; }
    public required Guid Org { get; init; }
    public required Guid DutyId { get; init; }
    public string? Desk { get; init; }
    public Guid? IdentityId { get; init; }
    public required DateTimeOffset Since { get; init; }
}
