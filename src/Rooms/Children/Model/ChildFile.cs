using Lifeguard.Kernel;

namespace Lifeguard.Children.Model;

/// <summary>What a school keeps about a child beside its records: one file for each child of a school.</summary>
internal sealed class ChildFile
{
    public const string Kind = "child-file";

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    /// <summary>The random name in addresses.</summary>
    public required RandomReference Reference { get; init; }

    /// <summary>The child's row in the roster of this school.</summary>
    public required Guid PersonId { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public RecordRef Ref => new(Kind, Id);

    public static ChildFile Begin(Guid org, Guid person, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Org = org,
        Reference = RandomReference.New(),
        PersonId = person,
        BegunAt = at,
    };
}
