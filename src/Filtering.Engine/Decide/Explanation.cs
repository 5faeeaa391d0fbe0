namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>A verdict as people read it.</summary>
public sealed record Explanation
{
    public required FilterAction Action { get; init; }
    public required Reason Reason { get; init; }

    /// <summary>One sentence for an adult: "Blocked, because gambling-site.example stands in the list gambling."</summary>
    public required string Sentence { get; init; }

    /// <summary>The category's key and its name as people read it.</summary>
    public string? Category { get; init; }
    public string? CategoryTitle { get; init; }
    public string? List { get; init; }
    public string? ListSource { get; init; }
    public DateTimeOffset? ListAsOf { get; init; }

    /// <summary>The entry that matched, such as <c>example.org</c> or <c>example.org/games</c>.</summary>
    public string? Entry { get; init; }

    /// <summary>The rule: its name, and the file and line where it stands.</summary>
    public string? Rule { get; init; }
    public string? RuleAt { get; init; }

    /// <summary>Who decided it, since when, why and until when, as the rule says.</summary>
    public string? DecidedBy { get; init; }
    public DateOnly? Since { get; init; }
    public string? Why { get; init; }

    /// <summary>The day or the minute with which it ends, as people read it.</summary>
    public string? Until { get; init; }

    public required string Level { get; init; }
    public required string LevelTitle { get; init; }
    public required string LevelBecause { get; init; }
    public required string Snapshot { get; init; }
    public required string PolicyVersion { get; init; }
    public required string OverlayVersion { get; init; }
}
