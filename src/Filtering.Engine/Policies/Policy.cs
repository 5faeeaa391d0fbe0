using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Decide;

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
    public required string File { get; init; }
    public required string School { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>What somebody gets of whom nothing is known.</summary>
    public required Level Lowest { get; init; }

    /// <summary>Eight characters that change with the file.</summary>
    public required string Version { get; init; }

    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Lists of the snapshot that are blocked at every level and never shown.</summary>
    public IReadOnlyList<string> Sealed { get; init; } = [];
    public IReadOnlyList<OwnList> OwnLists { get; init; } = [];
    public IReadOnlyList<WordList> Words { get; init; } = [];
    public IReadOnlyList<OwnEntry> Helplines { get; init; } = [];
    public IReadOnlyList<ExceptionRule> Exceptions { get; init; } = [];

    /// <summary>Groups in their order: of several that a person is in, the first decides the level.</summary>
    public IReadOnlyList<(string Name, Level Level)> Groups { get; init; } = [];
    public IReadOnlyList<(IPNetwork Range, Level Level, int Line)> Ranges { get; init; } = [];
    internal PhraseSet Phrases { get; init; } = PhraseSet.Empty;
    internal RuleTable Rules { get; init; } = RuleTable.Empty;
    internal WordMatcher Matcher { get; init; } = WordMatcher.Empty;

    /// <summary>Reads a policy file; every fault is named, and with any there is no policy.</summary>
    public static Policy? Read(string file, string text, out IReadOnlyList<PolicyFault> faults) => Read(file, text, _ => null, out faults);

    /// <summary>The same, with the files of phrases that it names, which lie beside it.</summary>
    /// <param name="beside">The text of a file by its name; null where there is none.</param>
    public static Policy? Read(string file, string text, Func<string, string?> beside, out IReadOnlyList<PolicyFault> faults) =>
        new PolicyReader(file, text, beside).Read(out faults);

    /// <summary>Reads a policy where it lies.</summary>
    public static Policy? ReadFile(string path, out IReadOnlyList<PolicyFault> faults)
    {
        try
        {
            return ReadFile(path, _ => { }, out faults);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            faults = [new PolicyFault(Path.GetFileName(path), 1, $"the file cannot be read: {failed.Message}")];
            return null;
        }
    }

    internal static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    /// <param name="note">Hears of each file beside it before that is read, whether it is there or not.</param>
    internal static Policy? ReadFile(string path, Action<string> note, out IReadOnlyList<PolicyFault> faults)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Read(Path.GetFileName(path), System.IO.File.ReadAllText(path), ReadBeside, out faults);

        string? ReadBeside(string name)
        {
            var beside = Path.GetFullPath(Path.Combine(folder, name));
            if (!beside.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
            note(beside);
            return System.IO.File.Exists(beside) ? System.IO.File.ReadAllText(beside) : null;
        }
    }
}

/// <summary>One person's place: their level, or their groups, until a day.</summary>
public sealed record PersonRule(string Account, Level? Level, IReadOnlyList<string> Groups, DateTimeOffset? Until, int Line);

/// <summary>Small changes that hold at once, laid over the policy: exceptions, addresses, one person's level. Immutable.</summary>
public sealed class Overlay
{
    public static Overlay None { get; } = new();

    public string Version { get; init; } = "0";
    public IReadOnlyDictionary<string, PersonRule> People { get; init; } = new Dictionary<string, PersonRule>();
    public IReadOnlyList<ExceptionRule> Exceptions { get; init; } = [];
    internal RuleTable Rules { get; init; } = RuleTable.Empty;

    /// <summary>Reads an overlay for a policy; every fault is named, and with any there is none.</summary>
    public static Overlay? Read(string file, string text, Policy policy, out IReadOnlyList<PolicyFault> faults) => new OverlayReader(file, text, policy).Read(out faults);
}
