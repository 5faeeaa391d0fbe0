namespace Lifeguard.Filtering.Engine.Policies;

/// <summary>Whose words a block page uses.</summary>
public enum PageWording : byte
{
    /// <summary>For children up to seven: few words, pictures.</summary>
    Youngest,

    /// <summary>Reading age of nine.</summary>
    Child,
    Teenager,
    Adult,
}

/// <summary>What one age group or role may open.</summary>
public sealed class Level
{
    /// <summary>Its key in the policy, such as <c>ks2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As people read it: "Years 3 to 6".</summary>
    public required string Title { get; init; }

    /// <summary>For pupils everything that fails is closed, and some doors can never be opened.</summary>
    public required bool IsForPupils { get; init; }
    public required PageWording Wording { get; init; }

    /// <summary>Its place in the policy.</summary>
    public required int Index { get; init; }

    /// <summary>The line on which the policy describes it.</summary>
    public required int Line { get; init; }

    /// <summary>Whether the filter may let this level through while it cannot decide. Never for pupils.</summary>
    public bool StaysOpen { get; init; }
}
