namespace Lifeguard.Children.Model;

/// <summary>Somebody of the team who does not open this file, because they are too close to the child or the family. Relatives in the roster need no row.</summary>
internal sealed class KeptFrom
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid FileId { get; init; }

    public required Guid IdentityId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ByName { get; init; }
}
