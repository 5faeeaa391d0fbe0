namespace Lifeguard.Response.Storage;

/// <summary>What an organisation is about to change in a flow: it holds for nobody until it is published.</summary>
internal sealed class LocalDraft
{
    public required Guid Org { get; init; }

    public required string Flow { get; init; }

    public required string Text { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ByName { get; set; }

    /// <summary>The row's version, so that two who change it notice each other.</summary>
    public uint Version { get; private set; }
}
