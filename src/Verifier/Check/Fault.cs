namespace Lifeguard.Verifier.Check;

internal sealed record Fault(FaultKind Kind, long? Position, Guid? JournalId, string Sentence);
