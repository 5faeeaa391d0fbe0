namespace Lifeguard.Incidents.Pages.Incidents.Readings;

/// <summary>One reading of a record, as the journal has it.</summary>
/// <param name="Name">As it was at that moment.</param>
/// <param name="Position">The place in the sealed chain; null for the last second or so.</param>
internal sealed record Reading(DateTimeOffset At, string Name, string How, long? Position);

/// <summary>Somebody who read it, and how often.</summary>
/// <param name="Number">Counted from 1 in the order of first readings, so that it stays the same when others read later.</param>
internal sealed record Reader(int Number, Guid? Identity, string Name, int Times, DateTimeOffset Last);

/// <summary>What a page of the list shows.</summary>
internal sealed record ReadingsFound(IReadOnlyList<Reading> Page, IReadOnlyList<Reader> Readers, int Count, int All, int Unsealed);
