namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>What becomes of a request.</summary>
public enum FilterAction : byte
{
    Allow,
    Block,

    /// <summary>It could not be read in one way only, or came through a door that is shut for everybody.</summary>
    Refuse,

    /// <summary>Allowed at another address: the same search with its safe search on.</summary>
    Rewrite,
}

/// <summary>
/// What was decided and the one reason for it. Small and by value; the words come from <see cref="Filter.Explain"/>.
/// </summary>
/// <param name="Rule">Which rule, by its place in the policy (its meaning depends on the reason); -1 for none.</param>
/// <param name="Category">Which category of the policy; -1 for none.</param>
/// <param name="List">Which list of the snapshot; -1 for none.</param>
/// <param name="EntryStart">Where the matching entry begins in the host (or in the embedded target's host).</param>
/// <param name="EntryPath">How many bytes of the path belong to the entry.</param>
public readonly record struct Verdict(
    FilterAction Action, Reason Reason, short Rule = -1, short Category = -1, short List = -1, short EntryStart = 0, short EntryPath = 0)
{
    /// <summary>A list of words that asks to be told of this, blocked or not; -1 for none.</summary>
    public short NotedWords { get; init; } = -1;

    /// <summary>Whether the page's words are to be read when it comes.</summary>
    public bool ReadsPage { get; init; }

    /// <summary>Whether this may be written down; visits to helplines are not.</summary>
    public bool IsLogged { get; init; } = true;

    public bool IsAllowed => Action is FilterAction.Allow or FilterAction.Rewrite;
}
