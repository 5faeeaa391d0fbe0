namespace Lifeguard.Response.Contracts;

/// <summary>The flows there are, for a room that has a case to take through one.</summary>
public interface IGuidedFlows
{
    /// <summary>By kind of concern, then by title.</summary>
    IReadOnlyList<FlowInShort> All { get; }

    /// <summary>The flow as it holds today for this organisation, with what it and those above it have published; null where there is none of this name.</summary>
    Task<GuidedFlow?> CurrentAsync(Guid org, string id, CancellationToken stop);

    /// <summary>
    /// Keeps the text of this edition, so that a case can go on with it when the flow has changed. Prepared with the caller's work;
    /// nothing happens when it is kept already.
    /// </summary>
    Task KeepAsync(GuidedFlow flow, CancellationToken stop);

    /// <summary>The flow as it was when the case began.</summary>
    /// <exception cref="InvalidOperationException">No such edition was kept.</exception>
    Task<GuidedFlow> OfEditionAsync(Guid edition, CancellationToken stop);
}

/// <param name="Says">When it is the right one, in a sentence.</param>
/// <param name="Group">The kind of concern, as lists head it.</param>
/// <param name="Types">Keys of the incident types for which it is suggested.</param>
public sealed record FlowInShort(string Id, string Title, string Says, string Group, IReadOnlyList<string> Types);
