using Lifeguard.Kernel;

namespace Lifeguard.Storage.Journal;

/// <summary>One record was opened, printed or exported. The row is committed before anything is shown.</summary>
public sealed record RecordRead(RecordRef About, string How) : IHappened;

/// <summary>A list was shown: one row names every record on it.</summary>
public sealed record ListRead(RecordRef About, string List, IReadOnlyList<Guid> Shown) : IHappened;

/// <summary>Somebody asked for a record that they may not know of, and got the answer of one that is not there. Shown to its readers alone.</summary>
public sealed record RecordRefused(RecordRef About) : IHappened;
