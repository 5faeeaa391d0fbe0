using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

/// <summary>A decision about another agency, checked.</summary>
internal sealed record ReferralAnswers
{
    public required ReferralKind What { get; init; }

    public required string Agency { get; init; }

    public required string AgencyName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reasons { get; init; }

    public string? SpokenTo { get; init; }

    public string? TheirReference { get; init; }

    public string? Advice { get; init; }

    public string? Shared { get; init; }

    public bool HeadConsulted { get; init; }

    /// <summary>When the school asks again if no answer has come; asked for wherever one is awaited.</summary>
    public DateOnly? AskAgainOn { get; init; }
}
