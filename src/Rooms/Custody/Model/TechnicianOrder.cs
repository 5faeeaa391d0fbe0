using Lifeguard.Kernel;

namespace Lifeguard.Custody.Model;

/// <summary>Something that a technician is asked to isolate, keep or have blocked: what, never why.</summary>
internal sealed class TechnicianOrder
{
    public const string Kind = "custody-order";

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    /// <summary>The record of a higher room for which it was placed. Never shown to the technician.</summary>
    public Guid? RecordId { get; init; }

    public required OrderKind What { get; init; }

    /// <summary>The device, account, network or log, by its label.</summary>
    public string? Subject { get; init; }

    public UrlAsText? Address { get; init; }

    /// <summary>For logs: from when to when.</summary>
    public string? Period { get; init; }

    /// <summary>For an address: who runs the filter.</summary>
    public string? RequestedFrom { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required bool Urgent { get; init; }

    public required Guid EnteredBy { get; init; }

    /// <summary>A device of an adult who works or helps here.</summary>
    public bool OfAdult { get; init; }

    /// <summary>For a device of an adult: who of the police said how and when it may be taken.</summary>
    public string? PoliceSaid { get; init; }

    public Offence Offence { get; init; }

    public SafetyAnswers? Safety { get; init; }

    public List<Guid> Barred { get; init; } = [];

    public OrderDone? Done { get; private set; }

    /// <summary>The item that the device became.</summary>
    public Guid? ItemId { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public bool IsOpen => Done is null;

    public Outcome Finish(OrderDone done, Guid? item)
    {
        if (!IsOpen) return Refusals.OrderDone;
        if (What.IsOfDevice() && item is null) return Refusals.OrderNeedsItem;
        (Done, ItemId) = (done, item);
        return Outcome.Done;
    }

    public void Merge(Guid replaced, Guid kept)
    {
        if (Barred.Contains(replaced) && !Barred.Contains(kept)) Barred.Add(kept);
    }
}

/// <summary>How an order ended.</summary>
/// <param name="KeptWhere">For logs.</param>
/// <param name="KeptUntil">For logs: they are not let go before.</param>
internal sealed record OrderDone(string Said, string? KeptWhere, DateOnly? KeptUntil, DateTimeOffset At, string ByName);
