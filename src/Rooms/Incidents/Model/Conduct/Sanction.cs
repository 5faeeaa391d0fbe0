using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model.Conduct;

/// <summary>What a head decided about somebody's conduct, or that it is put right without a sanction. It is never changed; it can be taken back.</summary>
internal sealed class Sanction
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public required Guid InvolvementId { get; init; }

    /// <summary>The row in the roster, so that earlier decisions are found; null for a written name.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The year group of that day, so that decisions are compared among children of one age; null for adults and written names.</summary>
    public string? YearGroup { get; init; }

    /// <summary>Key of the category.</summary>
    public required string Category { get; init; }

    /// <summary>The category as it was called in the matrix of then.</summary>
    public required string CategoryTitle { get; init; }

    public required int MatrixNumber { get; init; }

    /// <summary>What was decided, in the matrix's words.</summary>
    public required List<string> Options { get; init; }

    public required string Reasons { get; init; }

    /// <summary>Nature, harm, age, intent, what came before: why this much and not more.</summary>
    public required string Proportion { get; init; }

    /// <summary>What special needs, a disability or other circumstances change.</summary>
    public required string Needs { get; init; }

    /// <summary>What it means for whoever was harmed; null where nobody was.</summary>
    public string? ForTheHarmed { get; init; }

    public DateOnly? InternetUntil { get; init; }

    public DateOnly? ParentsToldOn { get; init; }

    public required Guid ByIdentity { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? TakenBackAt { get; private set; }

    public string? TakenBackBecause { get; private set; }

    public Outcome TakeBack(string because, DateTimeOffset at)
    {
        if (TakenBackAt is not null) return SanctionRefusals.TakenBackAlready;
        (TakenBackAt, TakenBackBecause) = (at, because);
        return Outcome.Done;
    }
}
