using System.Net;

namespace Lifeguard.Filtering.Spool;

/// <summary>
/// One decision as it is handed in. A view on what the gateway holds anyway: the hand-over copies what it keeps, so nothing is allocated for it.
/// Visits to helplines are never handed in.
/// </summary>
public readonly ref struct DecisionRecord
{
    /// <summary>Longer paths are cut, at the border of a character.</summary>
    public const int MaxPath = 200;
    public const int MaxHost = 255;

    /// <summary>Names of people, levels, lists and rules are cut at this many characters.</summary>
    public const int MaxName = 200;

    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; init; }
    public required IPAddress Client { get; init; }

    /// <summary>The account's name, from proxy sign-in or a lease; null where only the address is known.</summary>
    public string? Person { get; init; }

    /// <summary>Whether it is known who asked.</summary>
    public bool IsSure { get; init; }
    public required string Level { get; init; }

    /// <summary>In its canonical form, UTF-8.</summary>
    public required ReadOnlySpan<byte> Host { get; init; }

    /// <summary>In its canonical form, without what was asked of it.</summary>
    public ReadOnlySpan<byte> Path { get; init; }
    public string? Category { get; init; }

    /// <summary>What became of it: <c>allow</c>, <c>block</c>, <c>refuse</c> or <c>rewrite</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Why, by its name.</summary>
    public required string Reason { get; init; }
    public string? List { get; init; }
    public string? Rule { get; init; }
    public int Microseconds { get; init; }
}
