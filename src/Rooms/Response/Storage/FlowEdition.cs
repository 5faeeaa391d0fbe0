namespace Lifeguard.Response.Storage;

/// <summary>The text of a flow that a case began with. It holds nothing of any case.</summary>
internal sealed class FlowEdition
{
    public required Guid Id { get; init; }

    public required string Flow { get; init; }

    public required string Version { get; init; }

    public required string Common { get; init; }

    public required string Text { get; init; }

    /// <summary>What organisations had settled and worded on top of it; null where it was as it came.</summary>
    public string? Local { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}
