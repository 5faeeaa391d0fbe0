using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>One line of a record's chronology, in words.</summary>
internal sealed record ChronologyLine
{
    public required Guid JournalId { get; init; }

    public required string Act { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Identity of who entered it.</summary>
    public Guid? By { get; init; }

    /// <summary>Null where the name would say more than the line may.</summary>
    public string? ByName { get; init; }

    public required string Says { get; init; }

    /// <summary>The words themselves, as they were written.</summary>
    public string? Text { get; init; }

    public string? Address { get; init; }

    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>A note that can be corrected.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>What stood there before it was corrected, newest first.</summary>
    public IReadOnlyList<ChronologyLine> Originals { get; init; } = [];

    /// <summary>When and by whom it was entered; the time is left out where it is the time above.</summary>
    public string EnteredInWords
    {
        get
        {
            var when = HappenedAt == EnteredAt ? "Entered then" : $"Entered {(IsLate ? "later, " : "")}{UkTime.Brief(EnteredAt)}";
            return ByName is null ? when : $"{when}, by {ByName}";
        }
    }

    /// <summary>Entered so long after it happened that the page should say so.</summary>
    public bool IsLate => EnteredAt - HappenedAt > TimeSpan.FromMinutes(10);
}
