namespace Lifeguard.Filtering.Engine.Policies;

/// <summary>One thing wrong with a policy or an overlay.</summary>
/// <param name="Line">From 1.</param>
public sealed record PolicyFault(string File, int Line, string Text)
{
    public override string ToString() => $"{File}, line {Line}: {Text}";
}

/// <summary>What a school decided, as its policy file says it. Immutable.</summary>
public sealed class Policy
{
    public required string School { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>What somebody gets of whom nothing is known.</summary>
    public required Level Lowest { get; init; }

    /// <summary>Eight characters that change with the file.</summary>
    public required string Version { get; init; }

    /// <summary>Reads a policy file; every fault is named, and with any there is no policy.</summary>
    public static Policy? Read(string file, string text, out IReadOnlyList<PolicyFault> faults) => throw new NotSupportedException();
}

/// <summary>Small changes that hold at once, laid over the policy: exceptions, addresses, one person's level. Immutable.</summary>
public sealed class Overlay
{
    public static Overlay None { get; } = new();

    public string Version { get; init; } = "0";

    /// <summary>Reads an overlay for a policy; every fault is named, and with any there is none.</summary>
    public static Overlay? Read(string file, string text, Policy policy, out IReadOnlyList<PolicyFault> faults) => throw new NotSupportedException();
}
