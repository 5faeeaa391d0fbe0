using System.Net;

namespace Lifeguard.Gateway.Live;

/// <summary>Where decisions are written down. Nobody who decides waits for it.</summary>
internal interface IDecisionLog
{
    void Write(in DecisionRecord record);
}

/// <summary>One decision. A view on what the exchange holds anyway; whoever keeps it copies it. Visits to helplines are never handed in.</summary>
internal readonly ref struct DecisionRecord
{
    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; init; }
    public required IPAddress Client { get; init; }
    public string? Person { get; init; }

    /// <summary>Whether it is known who asked.</summary>
    public bool IsSure { get; init; }
    public required string Level { get; init; }

    /// <summary>Canonical; empty where the address could not be read.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>Canonical, without what was asked of it.</summary>
    public ReadOnlySpan<byte> Path { get; init; }
    public string? Category { get; init; }
    public required string Action { get; init; }
    public required string Reason { get; init; }
    public string? List { get; init; }
    public string? Rule { get; init; }
    public int Microseconds { get; init; }
    public required string Gateway { get; init; }
}

/// <summary>Where nothing is kept.</summary>
internal sealed class NoDecisionLog : IDecisionLog
{
    public void Write(in DecisionRecord record) { }
}
