using Lifeguard.Kernel;

namespace Lifeguard.Duties.Contracts;

/// <summary>
/// Opens, settles and passes on duties. Everything that takes a deed only prepares the change: it is saved, journalled and told
/// to other rooms with the caller's own commit, so that a record never exists without its duty, nor a duty without its record.
/// </summary>
public interface IDuties
{
    /// <summary>Opens a duty for the deed's organisation; nothing happens when the record has an open one of this key.</summary>
    /// <exception cref="ArgumentException">The chain or a desk is not in the data file, or there is neither chain nor due time.</exception>
    Task OpenAsync(DutyToOpen duty, Deed deed, CancellationToken stop);

    /// <summary>Settles the open duty of this key, if there is one.</summary>
    /// <param name="result">One word or a few for what came of it; no case detail.</param>
    Task SettleAsync(RecordRef record, string key, string result, Deed deed, CancellationToken stop);

    /// <summary>Settles everything open for a record, because it was closed, merged or erased.</summary>
    Task SettleAllForAsync(RecordRef record, string result, Deed deed, CancellationToken stop);

    /// <summary>Takes out every duty about these records, done or not, because they are erased; as part of the caller's work.</summary>
    Task ForgetAsync(IReadOnlyCollection<Guid> records, CancellationToken stop);

    /// <summary>Lets somebody else do it too: the one found for a desk without roles, or a person it was handed to.</summary>
    Task AlsoHoldAsync(RecordRef record, string key, DutyHolder holder, Deed deed, CancellationToken stop);

    /// <summary>What waits for this viewer, urgent first, then by due time. Leaves out every record that the viewer may not know of.</summary>
    Task<IReadOnlyList<DutyCard>> DueForAsync(Viewer viewer, CancellationToken stop);

    /// <summary>What is open for one record, whoever holds it; nothing when the viewer may not know of the record.</summary>
    Task<IReadOnlyList<DutyCard>> OpenForAsync(Viewer viewer, RecordRef record, CancellationToken stop);

    /// <summary>The name of a desk, for the page that says who is asked now.</summary>
    string DeskLabel(string desk);

    /// <summary>
    /// For the scheduler: passes on whatever is overdue, each duty in a transaction of its own, and raises <see cref="DutyOverdue"/>.
    /// Several copies of the site may run it at once. Steps missed while the site was down are taken one after another.
    /// </summary>
    /// <returns>How many steps were taken.</returns>
    Task<int> RunDueAsync(CancellationToken stop);
}
