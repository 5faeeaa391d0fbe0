using Lifeguard.Incidents.Pages.Incidents.Timeline;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>Somebody else saved first: what they did, and beside each kept answer what stands in the record now.</summary>
/// <param name="Seen">What is before this person now; saving again with it succeeds unless the record changes once more.</param>
/// <param name="Since">The lines of the chronology since the person began to write, oldest first.</param>
/// <param name="Answers">Answers that differ; empty where the form shows all that matters.</param>
internal sealed record Merge(Seen Seen, Seen Before, IReadOnlyList<ChronologyLine> Since, IReadOnlyList<MergeAnswer> Answers);

/// <summary>One answer twice: as this person gave it, and as it stands in the record now.</summary>
internal sealed record MergeAnswer(string Question, string? Yours, string? Now)
{
    public bool Differs => !string.Equals(Yours?.Trim() ?? "", Now?.Trim() ?? "", StringComparison.Ordinal);
}
