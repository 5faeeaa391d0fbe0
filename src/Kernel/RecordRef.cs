namespace Lifeguard.Kernel;

/// <summary>Points at a record of any room: its kind (one word, the same as in addresses) and its key.</summary>
public readonly record struct RecordRef(string Kind, Guid Id);
