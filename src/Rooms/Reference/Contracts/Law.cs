using System.Text.Json.Serialization;

namespace Lifeguard.Reference.Contracts;

public enum LawState
{
    Current,
    [JsonStringEnumMemberName("partly-in-force")]
    PartlyInForce,
    Replaced,
}

/// <summary>A law or statutory guidance, in one or two plain sentences. Sentences for offences are not printed.</summary>
public sealed record Law : IDated
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Says { get; init; }

    /// <summary>In force or published since.</summary>
    public required DateOnly Since { get; init; }

    public LawState State { get; init; }
    public string? ReplacedBy { get; init; }

    /// <summary>Where it applies; empty means everywhere.</summary>
    public IReadOnlyList<Nation> Nations { get; init; } = [];

    /// <summary>Incident types on whose pages it is shown.</summary>
    public IReadOnlyList<string> IncidentTypes { get; init; } = [];

    /// <summary>A person still has to confirm the entry.</summary>
    public bool Confirm { get; init; }

    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}
