using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>On whose behalf something is decided: made once for each person or address range and kept, never for each request.</summary>
public sealed class Asker
{
    private readonly byte[] _reaches;

    internal Asker(Level level, string? person, IReadOnlyList<string> groups, bool isSure, AskerSource source, string? sourceName, byte[] reaches)
    {
        Level = level;
        Person = person;
        Groups = groups;
        IsSure = isSure;
        Source = source;
        SourceName = sourceName;
        _reaches = reaches;
    }

    public Level Level { get; }

    /// <summary>The account's name; null where only the address is known.</summary>
    public string? Person { get; }

    /// <summary>The groups the person is in, in the policy's order; the first decides the level.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Whether it is known who asks. Unsure is written beside everything that is logged, and gets the lowest level.</summary>
    public bool IsSure { get; }

    /// <summary>What decided the level.</summary>
    public AskerSource Source { get; }

    /// <summary>The group, range or person that decided it.</summary>
    public string? SourceName { get; }

    /// <summary>Until when this holds; null for as long as the filter does.</summary>
    public DateTimeOffset? Until { get; internal init; }

    /// <summary>How narrowly an exception means this asker; 0 when not at all.</summary>
    internal byte ReachOf(int exception) => _reaches[exception];
}

public enum AskerSource : byte
{
    /// <summary>Nothing was known: the policy's lowest level.</summary>
    Lowest,
    Range,
    Group,
    Person,
}
