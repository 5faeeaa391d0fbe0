using Lifeguard.Kernel;

namespace Lifeguard.Children.Contracts;

/// <summary>
/// A higher room hands in its records about a child: those that the viewer may know of, and no trace of any other. It notes the list in
/// the journal itself before it answers.
/// </summary>
public interface IChildRecords
{
    /// <param name="people">The child's rows in the roster of one school.</param>
    Task<IReadOnlyList<ChildRecordLine>> OfAsync(Viewer viewer, Guid school, IReadOnlyCollection<Guid> people, CancellationToken stop);
}

/// <summary>A record in one line of a chronology.</summary>
/// <param name="At">When it happened, or was raised where that is not known.</param>
/// <param name="Called">The record's name, which names nobody.</param>
/// <param name="Says">What it is about in a few words, and where it stands.</param>
public sealed record ChildRecordLine(Guid Id, DateTimeOffset At, string Called, string Says, string Href);
