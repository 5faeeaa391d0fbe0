using Lifeguard.Kernel;

namespace Lifeguard.Children.Model;

/// <summary>A package of another school that somebody opened: looked at, matched to a pupil, taken in or given up. Its content lies sealed, and only until then.</summary>
internal sealed class ReceivedFile
{
    public const string Kind = "received-file";

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    public required Guid Package { get; init; }

    public required string FromSchool { get; init; }

    public required Guid ByIdentity { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public byte[]? Content { get; private set; }

    public ReceivedState State { get; private set; }

    /// <summary>The code that tells the sending school that it has arrived; shown once it was taken in.</summary>
    public byte[]? Receipt { get; private set; }

    public int Entries { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public static ReceivedFile Open(Guid id, Guid org, Guid package, string from, byte[] content, byte[] receipt, Deed deed) => new()
    {
        Id = id,
        Org = org,
        Reference = RandomReference.New(),
        Package = package,
        FromSchool = from,
        ByIdentity = deed.By ?? Guid.Empty,
        ByName = deed.ByName,
        OpenedAt = deed.At,
        Content = content,
        Receipt = receipt,
        State = ReceivedState.Opened,
    };

    public Outcome TakeIn(int entries)
    {
        if (State is not ReceivedState.Opened) return Refusals.ImportMoved;
        (State, Content, Entries) = (ReceivedState.TakenIn, null, entries);
        return Outcome.Done;
    }

    public Outcome GiveUp()
    {
        if (State is not ReceivedState.Opened) return Refusals.ImportMoved;
        (State, Content, Receipt) = (ReceivedState.GivenUp, null, null);
        return Outcome.Done;
    }
}

internal enum ReceivedState
{
    Opened,
    TakenIn,
    GivenUp,
}
