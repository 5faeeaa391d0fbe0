namespace Lifeguard.Access.Keys;

/// <summary>What somebody had typed when their session ended, sealed, for an hour, so that signing in again loses nothing.</summary>
internal sealed class KeptForm
{
    public required byte[] TokenHash { get; init; }

    public required byte[] Sealed { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}
