using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>How <see cref="PersonId"/> stands to <see cref="OtherId"/>: is parent of, is relative of, line-manages.</summary>
internal sealed class Relation
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid OtherId { get; init; }

    public required RelationKind Kind { get; init; }
}
