using Lifeguard.Kernel;

namespace Lifeguard.Custody.Storage.Keeping;

/// <summary>A thing of this room as far as its keeping is concerned, and of no record: what is tied to one goes with it.</summary>
internal sealed record KeptThing
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    /// <summary>Whose it is, where the roster knows.</summary>
    public Guid? Owner { get; init; }

    public required IReadOnlyList<Guid> Barred { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Null while something about it is still to be done.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>A day until which it stays in any case.</summary>
    public DateOnly? StaysUntil { get; init; }

    public DateOnly? EndedOn => EndedAt is not { } at ? null : StaysUntil is { } until && until > UkTime.DateOf(at) ? until : UkTime.DateOf(at);
}
