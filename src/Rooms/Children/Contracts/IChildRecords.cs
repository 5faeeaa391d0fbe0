using Lifeguard.Kernel;

namespace Lifeguard.Children.Contracts;

/// <summary>
/// A higher room hands in its records about a child: those that the viewer may know of, and no trace of any other. It notes what is shown
/// in the journal itself before it answers.
/// </summary>
public interface IChildRecords
{
    /// <param name="people">The child's rows in the roster of one school.</param>
    Task<IReadOnlyList<ChildRecordLine>> OfAsync(Viewer viewer, Guid school, IReadOnlyCollection<Guid> people, CancellationToken stop);

    /// <summary>
    /// These records in full, for the next school: names of other children and their families replaced, and nothing that may not leave.
    /// Each is a reading. What the viewer may not know of, or may not go, is left out without a word.
    /// </summary>
    Task<IReadOnlyList<SendableRecord>> ForSendingAsync(Viewer viewer, Guid school, IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> records, CancellationToken stop);

    /// <summary>Of these rows of the roster, those about whom a record lies with the safeguarding team that none of the team is kept from.</summary>
    Task<IReadOnlySet<Guid>> WithRecordsAsync(IReadOnlyCollection<Guid> people, CancellationToken stop);
}

/// <summary>A record in one line of a chronology.</summary>
/// <param name="At">When it happened, or was raised where that is not known.</param>
/// <param name="Called">The record's name, which names nobody.</param>
/// <param name="Says">What it is about in a few words, and where it stands.</param>
/// <param name="MayGo">Whether it may go to the next school: never what is said of an adult who works here.</param>
public sealed record ChildRecordLine(Guid Id, DateTimeOffset At, string Called, string Says, string Href, bool MayGo);

/// <summary>A record as it may leave the school.</summary>
public sealed record SendableRecord(Guid Id, DateTimeOffset At, string Called, IReadOnlyList<RecordPart> Parts);

public sealed record RecordPart(string Title, string Text);
