namespace Lifeguard.Access.Model;

/// <summary>Limits of a session and of guessing (Cyber Essentials v3.2: at most ten tries).</summary>
internal sealed class AccessSettings
{
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(20);

    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(10);

    public int TriesBeforeLock { get; init; } = 10;

    public TimeSpan LockedFor { get; init; } = TimeSpan.FromMinutes(5);
}
