using Lifeguard.Kernel;

namespace Lifeguard.Storage.Outbox;

/// <summary>A notice waiting to leave, or the note of what became of it.</summary>
public sealed class OutboxLetter
{
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
