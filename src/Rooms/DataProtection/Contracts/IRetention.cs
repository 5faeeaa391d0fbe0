using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Contracts;

/// <summary>
/// Decides for how long a record stays. The room that keeps the record vouches that whoever acts may decide about it: it found the record
/// through the viewer. Every act is committed here, with its deed; the deed's why is the reason.
/// </summary>
public interface IRetention
{
    /// <summary>Where the record stands: rule, holds, purge.</summary>
    Task<KeptState> StateAsync(KeptRecord record, CancellationToken stop);

    /// <summary>Looked at and kept until another day. A purge that waits is stopped by it.</summary>
    Task<Outcome> KeepUntilAsync(KeptRecord record, DateOnly until, Deed deed, CancellationToken stop);

    /// <summary>From now on nobody can erase it. A purge that waits is stopped by it.</summary>
    Task<Outcome> PlaceHoldAsync(KeptRecord record, HoldKind kind, Deed deed, CancellationToken stop);

    Task<Outcome> LiftHoldAsync(KeptRecord record, Guid hold, Deed deed, CancellationToken stop);

    Task<Outcome> ProposePurgeAsync(KeptRecord record, Deed deed, CancellationToken stop);

    Task<Outcome> ConfirmPurgeAsync(KeptRecord record, Deed deed, CancellationToken stop);

    Task<Outcome> StopPurgeAsync(KeptRecord record, Deed deed, CancellationToken stop);

    /// <summary>
    /// For the scheduler: counts the days of every confirmed purge and erases what has waited a week and is still due and not held.
    /// </summary>
    /// <returns>How many records were erased.</returns>
    Task<int> RunDueAsync(CancellationToken stop);
}

/// <summary>How the keeping of one record stands.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="IsConfirmed">The school has said that this is its choice.</param>
/// <param name="OverOn">The day on which the period is over, or was; null while the record is open.</param>
/// <param name="Asks">What must be made sure of before somebody proposes to erase it.</param>
public sealed record KeptState(
    string Rule, bool IsConfirmed, DateOnly? OverOn, bool IsOver, KeptLongerCard? KeptLonger, IReadOnlyList<HoldCard> Holds, PurgeCard? Purge, IReadOnlyList<string> Asks);

public sealed record KeptLongerCard(DateOnly Until, string Reason, string ByName);

public sealed record HoldCard(Guid Id, HoldKind Kind, string Reason, string PlacedByName, DateTimeOffset PlacedAt);

/// <param name="DaysLeft">Of the week; it begins with the confirmation.</param>
public sealed record PurgeCard(RandomReference Reference, Guid ProposedBy, string ProposedByName, DateTimeOffset ProposedAt, string? ConfirmedByName, int DaysLeft)
{
    public bool IsConfirmed => ConfirmedByName is not null;
}
