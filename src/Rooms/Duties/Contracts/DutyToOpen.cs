using Lifeguard.Kernel;

namespace Lifeguard.Duties.Contracts;

/// <summary>Whom a duty waits for: whoever sits at a desk, or one human being.</summary>
public sealed record DutyHolder
{
    private DutyHolder(string? desk, Guid? identity) => (Desk, Identity) = (desk, identity);

    /// <summary>Key of a desk such as <c>dsl</c>, or null.</summary>
    public string? Desk { get; }

    /// <summary>The human being, or null.</summary>
    public Guid? Identity { get; }

    public static DutyHolder At(string desk) => new(desk, null);

    public static DutyHolder Person(Guid identity) => new(null, identity);
}

/// <summary>Something that somebody must do about a record.</summary>
public sealed record DutyToOpen
{
    public required RecordRef Record { get; init; }

    /// <summary>Stable name of what is asked, such as <c>open-concern</c>; a record has at most one open duty of each.</summary>
    public required string Key { get; init; }

    /// <summary>What it asks, in plain words that name no person and say nothing of the case: it is shown on lists.</summary>
    public required string Asks { get; init; }

    public required IReadOnlyList<DutyHolder> Holders { get; init; }

    /// <summary>When it is due. With a chain that counts from the opening it may be left out: then it is due when the first step is taken.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Name of the chain that says who is asked next, such as <c>urgent-concern</c>; null for a duty that only becomes overdue.</summary>
    public string? Chain { get; init; }

    public const int LongestKey = 80;
    public const int LongestAsks = 160;
}

/// <summary>A duty as a list shows it.</summary>
/// <param name="StepsTaken">How often it has been passed on.</param>
public sealed record DutyCard(
    Guid Id, Guid Organisation, RecordRef Record, string Key, string Asks, DateTimeOffset OpenedAt, DateTimeOffset DueAt, bool IsOverdue, bool IsUrgent, int StepsTaken);
