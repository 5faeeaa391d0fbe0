using Lifeguard.Kernel;

namespace Lifeguard.Storage.Journal;

/// <summary>One record was opened, printed or exported. The row is committed before anything is shown.</summary>
public sealed record RecordRead(RecordRef About, string How) : IHappened;

/// <summary>A list was shown: one row names every record on it.</summary>
public sealed record ListRead(RecordRef About, string List, IReadOnlyList<Guid> Shown) : IHappened;
