namespace Lifeguard.Access.Model;

/// <summary>One of the codes that somebody printed for the day their phone is lost. Good once; we hold its hash.</summary>
internal sealed class RecoveryCode
{
    public required byte[] Hash { get; init; }

    public required Guid AccountId { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
