using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>
/// A record is to be erased: proposed by one person, confirmed by another, and then a week in which anybody entitled can stop it.
/// </summary>
internal sealed class Purge
{
    /// <summary>The database asks for as many before it lets go of the journal's words.</summary>
    public const int Week = 7;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required RandomReference Reference { get; init; }

    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    public required string Class { get; init; }

    /// <summary>The rule by which the period is over, in words.</summary>
    public required string Rule { get; init; }

    public required Guid ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public Guid? ConfirmedBy { get; private set; }

    public string? ConfirmedByName { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Days of the week that have been lived through since the confirmation.</summary>
    public int DaysWaited { get; private set; }

    public DateTimeOffset? DayCountedAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    public string? StoppedByName { get; private set; }

    public uint Version { get; private set; }

    public RecordRef Record => new(RecordKind, RecordId);

    public bool IsConfirmed => ConfirmedAt is not null;

    public bool IsRipe => IsConfirmed && StoppedAt is null && DaysWaited >= Week;

    public static Purge Propose(RecordRef record, string kept, string rule, Deed deed) => new()
    {
        Id = Guid.CreateVersion7(deed.At),
        Org = deed.Organisation,
        Reference = RandomReference.New(),
        RecordKind = record.Kind,
        RecordId = record.Id,
        Class = kept,
        Rule = rule,
        ProposedBy = deed.By ?? throw new ArgumentException("A purge is proposed by a human being.", nameof(deed)),
        ProposedByName = deed.ByName,
        ProposedAt = deed.At,
    };

    public Outcome Confirm(Deed deed)
    {
        if (StoppedAt is not null) return Refusals.Stopped;
        if (IsConfirmed) return Refusals.ConfirmedAlready;
        if (deed.By is not { } second || second == ProposedBy) return Refusals.OwnProposal;
        (ConfirmedBy, ConfirmedByName, ConfirmedAt, DayCountedAt) = (second, deed.ByName, deed.At, deed.At);
        return Outcome.Done;
    }

    public Outcome Stop(Deed deed)
    {
        if (StoppedAt is not null) return Refusals.Stopped;
        (StoppedAt, StoppedByName) = (deed.At, deed.ByName);
        return Outcome.Done;
    }

    /// <summary>
    /// The week is lived through, not worked out: each look counts one day at most, and only a day after the last. A clock that jumps ahead
    /// by years brings the end one day nearer, and one that jumps back begins the day again.
    /// </summary>
    /// <returns>Whether anything is to be saved.</returns>
    public bool CountDay(DateTimeOffset now)
    {
        if (!IsConfirmed || StoppedAt is not null || DayCountedAt is not { } counted || DaysWaited >= Week) return false;
        if (now >= counted && now - counted < Day) return false;
        if (now > counted) DaysWaited++;
        DayCountedAt = now;
        return true;
    }
}
