namespace Lifeguard.Incidents.Pages.Incidents.Sanctions;

/// <summary>What was decided about one person's conduct, checked.</summary>
internal sealed record SanctionAnswers
{
    public required Guid InvolvementId { get; init; }

    public required string Category { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    public required string Reasons { get; init; }

    public required string Proportion { get; init; }

    public required string Needs { get; init; }

    public string? ForTheHarmed { get; init; }

    public DateOnly? InternetUntil { get; init; }

    public DateOnly? ParentsToldOn { get; init; }
}
