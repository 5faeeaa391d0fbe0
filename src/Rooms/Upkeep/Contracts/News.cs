using Lifeguard.Kernel;

namespace Lifeguard.Upkeep.Contracts;

/// <summary>A whole backup was made.</summary>
/// <param name="Name">Its folder's name, which is the time at which it began.</param>
public sealed record BackupMade(RecordRef About, string Name, long Bytes, int Seconds) : IHappened;

/// <summary>A backup took the database's place: the letters that were waiting in it stay until somebody lets them go.</summary>
public sealed record LettersHeldBack(RecordRef About, int Letters) : IHappened;

/// <summary>Somebody let them go, or dropped them because they had been sent before.</summary>
/// <param name="To">Sent or dropped.</param>
public sealed record LettersLetGo(RecordRef About, int Letters, string To) : IHappened;

/// <summary>A backup was restored beside the running database, checked and taken away again.</summary>
/// <param name="StateAt">The newest thing in what was restored.</param>
/// <param name="Seconds">How long it took from the first look at the backup until the last check.</param>
public sealed record RestoreProved(RecordRef About, string Name, DateTimeOffset StateAt, int Seconds, long JournalRows, long Records, long People) : IHappened;
