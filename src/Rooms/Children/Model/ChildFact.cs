using Lifeguard.Kernel;

namespace Lifeguard.Children.Model;

/// <summary>
/// One thing that holds of a child from a day to a day. What it says never changes: it ends, or another takes its place and says that
/// this one was wrong. So the file answers what was known on any day.
/// </summary>
internal sealed class ChildFact
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid FileId { get; init; }

    public required FactKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while it holds.</summary>
    public DateOnly? Until { get; private set; }

    public required byte[] Sealed { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required Guid ByIdentity { get; init; }

    public required string ByName { get; init; }

    /// <summary>The fact that this one corrects.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>When it was found to be wrong: corrected by another fact, or taken back.</summary>
    public DateTimeOffset? WrongSince { get; private set; }

    public bool Holds(DateOnly day) => WrongSince is null && From <= day && (Until is null || Until >= day);

    /// <summary>Whether it is still to come, or holds.</summary>
    public bool IsOpen(DateOnly today) => WrongSince is null && (Until is null || Until >= today);

    public static ChildFact Enter(Guid id, ChildFile file, FactKind kind, DateOnly from, DateOnly? until, byte[] words, ChildFact? replaces, Deed deed) => new()
    {
        Id = id,
        Org = file.Org,
        FileId = file.Id,
        Kind = kind,
        From = from,
        Until = until,
        Sealed = words,
        EnteredAt = deed.At,
        ByIdentity = deed.By ?? Guid.Empty,
        ByName = deed.ByName,
        Replaces = replaces?.Id,
    };

    public Outcome End(DateOnly until, DateOnly today)
    {
        if (WrongSince is not null) return Refusals.Corrected;
        if (Until is { } known && known < today) return Refusals.Ended;
        if (until < From) return Refusals.EndsBeforeItBegan;
        Until = until;
        return Outcome.Done;
    }

    public Outcome TakeBack(DateTimeOffset at)
    {
        if (WrongSince is not null) return Refusals.Corrected;
        WrongSince = at;
        return Outcome.Done;
    }
}
