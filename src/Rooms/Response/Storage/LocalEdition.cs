namespace Lifeguard.Response.Storage;

/// <summary>
/// Local guidance as an organisation published it. It is never changed: the newest of its flow holds, and an older one that shall hold again
/// is published anew.
/// </summary>
internal sealed class LocalEdition
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required string Flow { get; init; }

    /// <summary>The first of a flow is 1.</summary>
    public required int Number { get; init; }

    /// <summary>The guidance, as <see cref="Model.Local.LocalGuidance"/> writes it.</summary>
    public required string Text { get; init; }

    /// <summary>The day of Lifeguard's own flow on which it was made.</summary>
    public required string FlowVersion { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string ByName { get; init; }

    public required string Why { get; init; }

    /// <summary>Why it may protect less than what held before, and who agreed; null where it does not.</summary>
    public string? WhyWeaker { get; init; }
}
