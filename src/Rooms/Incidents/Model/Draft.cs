namespace Lifeguard.Incidents.Model;

/// <summary>A report not yet sent: sealed, read by its author alone, gone after fourteen days.</summary>
internal sealed class Draft
{
    public static readonly TimeSpan Lives = TimeSpan.FromDays(14);

    public required Guid Id { get; init; }

    /// <summary>The random name in the address.</summary>
    public required Kernel.RandomReference Reference { get; init; }

    /// <summary>Null for somebody without an account: their browser holds the key.</summary>
    public Guid? Author { get; init; }

    public byte[]? KeyHash { get; init; }

    public required Guid School { get; init; }

    public required byte[] Sealed { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public uint Version { get; private set; }
}
