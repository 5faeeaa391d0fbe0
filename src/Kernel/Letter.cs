namespace Lifeguard.Kernel;

/// <summary>
/// A notice that something waits. It has no field for words about the case, so none can leak:
/// the subject is one of two constants and the body a link to the person's own list.
/// </summary>
public sealed record Letter(Guid Organisation, Guid ToIdentity, RecordRef About, LetterUrgency Urgency);

public enum LetterUrgency
{
    Routine,
    Urgent,
}
