using Lifeguard.Kernel;

namespace Lifeguard.Custody.Contracts;

/// <summary>
/// What is held for a record of a higher room. Ask for a record that the viewer was found to work on: this room does not know whose it is.
/// </summary>
public interface ICustody
{
    /// <summary>Everything tied to the record, the open first. What the viewer themselves must not learn of is left out.</summary>
    Task<IReadOnlyList<HeldLine>> OfRecordAsync(Viewer viewer, Guid record, CancellationToken stop);

    /// <summary>Whether something tied to the record has not come to its end, whoever asks: for the record's closing rule.</summary>
    Task<bool> IsAnythingOpenAsync(Guid record, CancellationToken stop);

    /// <summary>
    /// Asks the school's technicians to isolate or keep a device. They see the device's label and nothing of the record.
    /// Commits, together with whatever work the caller has begun.
    /// </summary>
    /// <param name="order">Its id is made with the form: the same one placed again is one order.</param>
    Task<Outcome> AskAsync(Viewer viewer, Guid org, Guid record, DeviceOrder order, CancellationToken stop);

    /// <summary>Ties to the record what is held already: an item or a search that the viewer may open. Commits, together with whatever work the caller has begun.</summary>
    /// <param name="code">The eight characters on its page.</param>
    Task<Outcome> TieAsync(Viewer viewer, Guid org, Guid record, string code, CancellationToken stop);

    /// <summary>Takes out every row that is tied to the record, as part of the caller's work, and says what there was: for a record that is erased.</summary>
    Task<IReadOnlyList<RecordRef>> EraseAsync(Guid record, CancellationToken stop);
}

/// <summary>One thing that is held, in a line that names nobody.</summary>
/// <param name="Says">Such as "Phone, black".</param>
/// <param name="Stands">Where it stands.</param>
/// <param name="Href">Its page, for whoever may open it.</param>
public sealed record HeldLine(string Says, string Stands, bool IsOpen, DateTimeOffset Since, string Href);

/// <param name="Label">Number or label of the device: not whose it is.</param>
/// <param name="Isolate">Nobody uses it from then on; otherwise it is kept as it is.</param>
/// <param name="SafeToStop">Whether stopping its use is safe and possible; null for "not sure".</param>
/// <param name="LeavesChildExposed">Whether leaving it exposes a child to more abuse; null for "not sure".</param>
/// <param name="OfAdult">Of an adult who works or helps here, or used by one.</param>
/// <param name="PoliceSaid">For such a device: who of the police said how and when it may be taken. Without it the order is refused.</param>
/// <param name="KeptFrom">Human beings who must never learn of it.</param>
public sealed record DeviceOrder(Guid Id, string Label, bool Isolate, bool? SafeToStop, bool? LeavesChildExposed, bool PossibleOffence, bool OfAdult, string? PoliceSaid, bool Urgent, IReadOnlyCollection<Guid> KeptFrom);
