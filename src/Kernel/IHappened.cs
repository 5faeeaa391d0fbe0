namespace Lifeguard.Kernel;

/// <summary>
/// Something happened to a record. Each is written to the journal in the transaction of the change,
/// and lower rooms' news is handed to higher rooms inside that same transaction.
/// </summary>
public interface IHappened
{
    RecordRef About { get; }
}

/// <summary>What a higher room does, inside the transaction, when another room reports news.</summary>
public interface IReaction<in T> where T : IHappened
{
    Task OnAsync(T happened, Deed deed, CancellationToken stop);
}
