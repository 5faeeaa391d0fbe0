using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>A decision to tell another agency, or not to: kept apart from the advice received.</summary>
internal sealed class Referral
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    /// <summary>Kind of agency, or <c>none</c> for a decision not to refer.</summary>
    public required string Agency { get; init; }

    public required string AgencyName { get; init; }

    /// <summary>Advice sought, referral made, reported.</summary>
    public required string What { get; init; }

    public string? SpokenTo { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? TheirReference { get; init; }

    public string? Advice { get; init; }

    public required string Reasons { get; init; }

    public required Guid ByIdentity { get; init; }

    public required string ByName { get; init; }

    public string? Result { get; private set; }

    public DateTimeOffset? ResultAt { get; private set; }

    public bool IsDecisionNotTo => Agency == "none";

    public bool AwaitsResult => !IsDecisionNotTo && ResultAt is null;

    public void Hear(string result, DateTimeOffset at)
    {
        Result = result;
        ResultAt = at;
    }
}
