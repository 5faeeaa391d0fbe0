using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>A record as a list shows it.</summary>
internal sealed record DeskItem(Guid Id, Guid Org, RandomReference Reference)
{
    public required string Called { get; init; }

    public required string Raised { get; init; }

    /// <summary>Names with parts, shortened when there are many.</summary>
    public required string People { get; init; }

    public required IReadOnlyList<string> Types { get; init; }

    public required string Stands { get; init; }

    /// <summary>Null for somebody of one school.</summary>
    public string? School { get; init; }

    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>Where the words were found, for a search.</summary>
    public Snippet? Found { get; init; }

    public string Look => Marks.Count == 0 ? "neutral" : Marks[0].Meaning;
}

/// <summary>One or two words with the colour that repeats them.</summary>
internal sealed record Mark(string Words, string Meaning);

/// <summary>A few words of a report or a note around what was looked for.</summary>
internal sealed record Snippet(string Where, IReadOnlyList<SnippetPart> Parts);

internal readonly record struct SnippetPart(string Text, bool IsHit);

internal static class PartWords
{
    public static string InWords(this Part part) => part switch
    {
        Part.Harmed => "harmed",
        Part.SaidToHaveDoneIt => "said to have done it",
        Part.SawIt => "saw it",
        Part.ToldUs => "told us",
        _ => "other part",
    };
}
