using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Everything somebody has answered so far. Sealed as a whole in the draft; pages hold nothing.</summary>
internal sealed record RaiseAnswers
{
    public Danger? Danger { get; init; }

    public IReadOnlyList<Named> People { get; init; } = [];

    /// <summary>The name last looked for in the school's list: kept here because an address never holds a name.</summary>
    public string? LookedFor { get; init; }

    /// <summary>"Nobody I can name" is an answer as well.</summary>
    public bool NobodyToName { get; init; }

    /// <summary>The page that says who will read this was shown for these very people.</summary>
    public bool ReadersShown { get; init; }

    public string? WhatHappened { get; init; }

    /// <summary>A nude or other sexual image of anybody may be part of it: yes, no or not sure. Not sure counts as yes.</summary>
    public bool? ImageryConcerned { get; init; }

    /// <summary>"I am not sure" was the answer, so that the page shows it again.</summary>
    public bool ImageryUnsure { get; init; }

    public string? ChildsWords { get; init; }

    public bool NoWordsOfTheChild { get; init; }

    /// <summary>When it happened, UTC; null when not known.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>As typed, to be shown again. Without a time of day, <see cref="HappenedAt"/> is the beginning of that day.</summary>
    public DateOnly? HappenedOn { get; init; }

    public string? HappenedTime { get; init; }

    public string? WhereAndWhen { get; init; }

    public string? Address { get; init; }

    public string? DoneAlready { get; init; }

    public string? WhoLooksAfterTheChild { get; init; }

    /// <summary>For a report that was first written on paper.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    public DateOnly? WrittenOn { get; init; }

    public string? WrittenTime { get; init; }

    /// <summary>Without an account.</summary>
    public string? ReporterName { get; init; }

    public string? ReporterContact { get; init; }
}
