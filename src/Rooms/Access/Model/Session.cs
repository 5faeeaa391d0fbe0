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

    public SignInWay Way { get; init; }

    /// <summary>When a second factor, or a passkey, was last given; in a demonstration, one click. Null when the account has none.</summary>
    public DateTimeOffset? ProvedAt { get; set; }

    /// <summary>The browser in plain words, for the person's own list.</summary>
    public string Device { get; init; } = "";

    public bool IsShared { get; init; }

    /// <summary>How long it may rest, decided at sign-in from the roles of that moment.</summary>
    public TimeSpan IdleFor { get; init; }
}
