namespace Lifeguard.Access.Model;

/// <summary>One signed-in browser. The browser holds a random token, we its hash.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required byte[] TokenHash { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
