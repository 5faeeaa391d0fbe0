using Lifeguard.Kernel;

namespace Lifeguard.Children.Contracts;

/// <summary>
/// What a room that works on a record about a child must know of the child. Ask for a record that the viewer was found to work on, after
/// its reading was committed; nothing here is for anybody else. A child whose file is kept from the viewer is left out, as is one without a file.
/// </summary>
public interface IChildFacts
{
    /// <param name="people">Person rows of children, as in a school's roster.</param>
    Task<IReadOnlyDictionary<Guid, ChildInShort>> InShortAsync(Viewer viewer, IReadOnlyCollection<Guid> people, CancellationToken stop);
}

/// <summary>A child's file in a few lines, as it holds today.</summary>
public sealed record ChildInShort
{
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public required bool IsLookedAfter { get; init; }

    /// <summary>A special need or disability, or what helps when talking with the child, is on file.</summary>
    public required bool HasNeeds { get; init; }

    /// <summary>Social care, a mental-health service or a doctor is with the child already.</summary>
    public required bool HasHelp { get; init; }

    /// <summary>Somebody may look for the child who must not find them: an order is on file, the child is in care, or somebody must not be told.</summary>
    public required bool MustNotBeFound { get; init; }

    public required bool NeedsInterpreter { get; init; }

    /// <summary>Care status, plan, needs, language, social worker with number: a line for each, without the story behind it.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Parents and carers, whoever must not be told first.</summary>
    public required IReadOnlyList<WhoIsTold> Carers { get; init; }

    /// <summary>The number of the social worker, or null.</summary>
    public string? SocialWorkerTelephone { get; init; }

    /// <summary>The file itself, for a viewer who may open it; null for everybody else.</summary>
    public string? Href { get; init; }
}

/// <summary>A parent or carer, and whether they may be told.</summary>
/// <param name="Because">The order or the reason; there whenever somebody must not be told.</param>
public sealed record WhoIsTold(string Name, string? Relation, Telling Telling, string? Because);

public enum Telling
{
    MustNotBeTold,

    /// <summary>Whoever keeps the file is asked first.</summary>
    AskFirst,
    MayBeTold,
}
