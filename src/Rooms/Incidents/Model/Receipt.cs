using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>What a reporter holds. It says received, being worked on or closed, and nothing else.</summary>
internal sealed class Receipt
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    public required Guid IncidentId { get; init; }

    public Guid? Author { get; init; }

    /// <summary>The draft it came from: sending the same one again gives the same receipt.</summary>
    public required Guid DraftId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The state at the moment when its author was named in the record: from then on it tells nothing new.</summary>
    public ReceiptState? FrozenAs { get; private set; }

    public void Freeze(ReceiptState state) => FrozenAs ??= state;

    public ReceiptState State(Incident incident) => FrozenAs ?? StateOf(incident);

    public static ReceiptState StateOf(Incident incident) =>
        incident.IsClosed ? ReceiptState.Closed : incident.OpenedAt is null ? ReceiptState.Received : ReceiptState.BeingWorkedOn;
}

internal enum ReceiptState
{
    Received,
    BeingWorkedOn,
    Closed,
}
