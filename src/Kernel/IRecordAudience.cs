namespace Lifeguard.Kernel;

/// <summary>
/// Who may know that a record exists. Each room answers for the kinds of record it owns;
/// the outbox, the duties, the journal and the search ask it, and the outbox asks again when it sends.
/// </summary>
public interface IRecordAudience
{
    /// <summary>The kinds answered for, as in <see cref="RecordRef.Kind"/>.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Of these human beings, those who may know of the record now.</summary>
    Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop);

    /// <summary>Of these records of one kind, those this viewer may know of now.</summary>
    Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop);
}
