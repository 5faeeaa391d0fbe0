using Lifeguard.Kernel;

namespace Lifeguard.Custody.Contracts;

/// <summary>
/// A higher room answers for its records to which an item, an order or a search is tied. What nobody answers for is shown to nobody.
/// </summary>
public interface IRecordsBehind
{
    Task<IReadOnlyList<RecordBehind>> OfAsync(Viewer viewer, IReadOnlyCollection<Guid> records, CancellationToken stop);

    /// <summary>Human beings who must never learn of the record: for letters.</summary>
    Task<IReadOnlySet<Guid>> KeptFromAsync(Guid record, CancellationToken stop);
}

/// <param name="IsKeptFrom">The viewer must never learn of it, nor of anything that is tied to it.</param>
/// <param name="MayKnow">The viewer may know of it today.</param>
/// <param name="IsSecret">That it exists is known to its own desk alone: an allegation about an adult.</param>
public sealed record RecordBehind(Guid Id, bool IsKeptFrom, bool MayKnow, bool IsSecret);
