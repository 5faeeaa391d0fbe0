using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>
/// What somebody who may read it has decided about one entry. Until then there is no row: what nobody has decided is not given. The words
/// are as they will be given, with others' names gone; they go again when the request has been answered.
/// </summary>
internal sealed class RequestEntry
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid RequestId { get; init; }

    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    public required Guid EntryKey { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Heading { get; init; }

    public EntryDecision Decision { get; private set; }

    /// <summary>The words that are given; null when it is withheld.</summary>
    public string? Text { get; private set; }

    /// <summary>Why it is withheld.</summary>
    public string? Ground { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset DecidedAt { get; private set; }

    public void Share(string text, Deed deed) => (Decision, Text, Ground, DecidedByName, DecidedAt) = (EntryDecision.Share, text, null, deed.ByName, deed.At);

    public void Withhold(string ground, Deed deed) => (Decision, Text, Ground, DecidedByName, DecidedAt) = (EntryDecision.Withhold, null, ground, deed.ByName, deed.At);
}

internal enum EntryDecision
{
    Share,
    Withhold,
}
