using System.Net;
using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>
/// Everything a decision needs, bound together and immutable: whoever decides takes one reference and keeps it to the end of the request.
/// A change makes a new one and swaps the reference.
/// </summary>
public sealed class Filter
{
    public FilterSnapshot Snapshot { get; private init; } = FilterSnapshot.Empty;
    public required Policy Policy { get; init; }
    public Overlay Overlay { get; private init; } = Overlay.None;

    /// <summary>Binds lists, policy and overlay. A list that the policy names and the snapshot does not hold is a fault.</summary>
    public static Filter? Bind(FilterSnapshot snapshot, Policy policy, Overlay overlay, out IReadOnlyList<PolicyFault> faults) => throw new NotSupportedException();

    /// <summary>Who asks, by account, else by address range, else the lowest level. Kept by the filter: nothing is made twice.</summary>
    /// <param name="account">From proxy sign-in or a lease; null where unknown.</param>
    public Asker AskerFor(string? account, IPAddress address) => throw new NotSupportedException();

    /// <summary>Decides a request. Allocates nothing, waits for nothing, cannot fail.</summary>
    public Verdict Decide(in WebRequest request, Asker asker, in Moment now) => throw new NotSupportedException();

    /// <summary>Decides what came back, from its head: downloads by type, rating labels, whether its words are to be read.</summary>
    /// <param name="before">What was decided of the request.</param>
    public Verdict DecideAnswer(in WebRequest request, in Verdict before, in AnswerHead head, Asker asker, in Moment now) => throw new NotSupportedException();

    /// <summary>Reads a page's words as they pass; null where this asker's level has no limit for them.</summary>
    public PageReader? ReaderFor(Asker asker) => throw new NotSupportedException();

    /// <summary>The address with its safe search on, into the given space. For a verdict of <see cref="FilterAction.Rewrite"/> alone.</summary>
    /// <returns>How many bytes were written; 0 when the space is too small, and the request must be blocked.</returns>
    public int Rewrite(in WebRequest request, in Verdict verdict, Asker asker, Span<byte> into) => throw new NotSupportedException();

    /// <summary>A header to add to the request, as <c>YouTube-Restrict: Strict</c>; empty for none.</summary>
    public ReadOnlySpan<byte> HeaderFor(in WebRequest request, Asker asker) => throw new NotSupportedException();

    /// <summary>A verdict in words: which list, entry and rule, whose decision, since when.</summary>
    public Explanation Explain(in WebRequest request, in Verdict verdict, Asker asker) => throw new NotSupportedException();
}

/// <summary>The parts of an answer's head that rules look at; empty where the head has none.</summary>
public readonly ref struct AnswerHead
{
    public int Status { get; init; }
    public ReadOnlySpan<byte> ContentType { get; init; }
    public ReadOnlySpan<byte> ContentDisposition { get; init; }
    public ReadOnlySpan<byte> Rating { get; init; }
    public ReadOnlySpan<byte> ContentEncoding { get; init; }
}
