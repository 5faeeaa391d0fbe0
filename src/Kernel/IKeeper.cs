namespace Lifeguard.Kernel;

/// <summary>
/// Answers for the records of a room whose keeping is reviewed: which have come to an end, and how one is erased.
/// </summary>
public interface IKeeper
{
    /// <summary>The kind of record answered for, as in <see cref="RecordRef.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>
    /// Closed records whose period may be over: those whose keeping this viewer decides and, of the places given, also those that the
    /// viewer may at most learn to exist. A record that the viewer is kept from is never among them.
    /// </summary>
    /// <param name="places">Where the viewer watches over what is kept, without reading it.</param>
    Task<IReadOnlyList<KeptRecord>> EndedAsync(Viewer viewer, IReadOnlyCollection<Guid> places, KeptSearch search, CancellationToken stop);

    /// <summary>One record, whoever asks, and whom it is kept from: for the clock's work. Null when it is gone.</summary>
    Task<KeptRecord?> FindAsync(RecordRef record, CancellationToken stop);

    /// <summary>
    /// Keeps a record from being erased until the caller's work ends, so that nothing is said of one that goes at the same moment. False when
    /// it is gone.
    /// </summary>
    Task<bool> HoldAsync(RecordRef record, CancellationToken stop);

    /// <summary>
    /// Takes out every row of the record in this room, as part of the caller's work. The journal's words, duties and letters are the caller's matter.
    /// </summary>
    /// <returns>
    /// What else is about the record: its parts that have journal rows, duties or letters of their own. Null, and nothing is taken out, when
    /// the record is gone or was opened again meanwhile.
    /// </returns>
    Task<IReadOnlyList<RecordRef>?> EraseAsync(RecordRef record, CancellationToken stop);

    /// <summary>The desks of an organisation that have somebody today. Each is asked to look through what it holds, whether it holds anything or not.</summary>
    Task<IReadOnlyList<DeskToAsk>> DesksAsync(Guid org, CancellationToken stop);
}

/// <summary>What a room holds about one human being. Every room that keeps words about people hands one in, or a copy of somebody's data is not whole.</summary>
public interface IPersonalEntries
{
    /// <summary>What this viewer may read of it, entry by entry. What they may not know of is not there.</summary>
    Task<IReadOnlyList<PersonalEntry>> AboutAsync(Viewer viewer, Guid identity, CancellationToken stop);

    /// <summary>
    /// What this viewer may read where somebody of this name was written down by hand: whether that is the one who asks, a person decides.
    /// None where a room takes no names by hand.
    /// </summary>
    Task<IReadOnlyList<PersonalEntry>> NamedAsync(Viewer viewer, string name, CancellationToken stop) => Task.FromResult<IReadOnlyList<PersonalEntry>>([]);
}

/// <summary>A record as far as its keeping is concerned: nothing of what it says.</summary>
/// <param name="Class">Key of its <see cref="KeptClass"/>.</param>
/// <param name="Called">Its name in the house: a word and a random reference.</param>
/// <param name="DecidedBy">Who decides about its keeping, in words: a desk, nobody's name.</param>
public sealed record KeptRecord(RecordRef Ref, Guid Org, string Class, string Called, string DecidedBy)
{
    public required DateOnly RaisedOn { get; init; }

    /// <summary>Null while it is open: then nothing counts.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The latest birthday of the children it names; null where one of them is unknown, or where it names none.</summary>
    public DateOnly? YoungestBornOn { get; init; }

    /// <summary>Where this viewer decides about it; null for whoever may only learn that it is there.</summary>
    public string? DecideAt { get; init; }

    /// <summary>Whoever must not learn that it is there, nor afterwards that it was. Known for the clock's work alone.</summary>
    public IReadOnlyCollection<Guid> KeptFrom { get; init; } = [];

    /// <summary>The page on which the keeping of a record is decided whose room has none of its own.</summary>
    public static string PageOf(Guid record) => $"/retention/records/{record}";
}

/// <summary>One thing that is kept about somebody, as it would be shown to them.</summary>
/// <param name="Record">The record it stands in.</param>
/// <param name="Called">The record's name in the house.</param>
/// <param name="Key">What tells this entry from the others of its record, the same each time.</param>
/// <param name="Heading">What sort of entry it is.</param>
/// <param name="Text">Its words with every name.</param>
/// <param name="Proposed">The same with other people by what they are in the school: a proposal, to be read and mended.</param>
public sealed record PersonalEntry(RecordRef Record, string Called, string Href, Guid Key, DateTimeOffset At, string Heading, string Text, string Proposed);

/// <summary>A desk that holds records.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Identities">Who sits there today.</param>
public sealed record DeskToAsk(string Key, string Name, IReadOnlyCollection<Guid> Identities);

/// <summary>Which closed records are worth a look, so that a school's ten years are not read to find three.</summary>
/// <param name="Before">By class: what a record must be older than.</param>
/// <param name="Also">Records that are wanted whatever their age.</param>
public sealed record KeptSearch(IReadOnlyDictionary<string, KeptBefore> Before, IReadOnlyCollection<Guid> Also);

/// <param name="Raised">Raised before this day.</param>
/// <param name="Born">Or naming a child who was born on this day or before it; null where birthdays do not count.</param>
public readonly record struct KeptBefore(DateOnly Raised, DateOnly? Born);
