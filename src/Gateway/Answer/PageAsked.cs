using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Gateway.Answer;

/// <summary>What a block page is to say.</summary>
internal readonly ref struct PageAsked
{
    public required PageWording Wording { get; init; }

    /// <summary>The address as it came. Empty: nothing is said of it.</summary>
    public ReadOnlySpan<byte> Address { get; init; }

    /// <summary>Null: nothing could be decided.</summary>
    public Explanation? Why { get; init; }

    /// <summary>A page for somebody to read, not a line in place of a picture or a script.</summary>
    public bool IsForReading { get; init; }

    /// <summary>Only the head was asked for.</summary>
    public bool IsHeadOnly { get; init; }
}
