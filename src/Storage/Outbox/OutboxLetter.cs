using Lifeguard.Kernel;

namespace Lifeguard.Storage.Outbox;

/// <summary>A notice waiting to leave, or the note of what became of it.</summary>
public sealed class OutboxLetter
{
    /// <summary>Not before somebody lets it go: it was waiting in a backup that took the database's place, and may have been sent since.</summary>
    public static readonly DateTimeOffset HeldBack = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Guid Id { get; init; }

    public Guid Org { get; init; }

    public Guid ToIdentity { get; init; }

    public string RecordKind { get; init; } = "";

    public Guid RecordId { get; init; }

    public LetterUrgency Urgency { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset NotBefore { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Set when the reader had left the audience before the letter left the house.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}
