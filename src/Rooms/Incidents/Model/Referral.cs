using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>A decision to tell another agency, or not to: kept apart from the advice received.</summary>
internal sealed class Referral
{
    /// <summary>The agency of a decision not to refer.</summary>
    public const string Nobody = "none";

    /// <summary>The outcome that is none: nothing has come.</summary>
    public const string NoAnswer = "waiting";

    // Waiting is no answer; sent back or disputed means that the school has something left to do.
    private static readonly string[] StillOpen = [NoAnswer, "returned", "challenged"];

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    /// <summary>Kind of agency, or <c>none</c> for a decision not to refer.</summary>
    public required string Agency { get; init; }

    public required string AgencyName { get; init; }

    /// <summary>Name of a <see cref="ReferralKind"/>.</summary>
    public required string What { get; init; }

    public string? SpokenTo { get; init; }

    /// <summary>When the decision was made or the agency spoken to.</summary>
    public required DateTimeOffset At { get; init; }

    public string? TheirReference { get; init; }

    public string? Advice { get; init; }

    /// <summary>What was passed on and what was held back.</summary>
    public string? Shared { get; init; }

    public required string Reasons { get; init; }

    public bool HeadConsulted { get; init; }

    public required Guid ByIdentity { get; init; }

    public required string ByName { get; init; }

    /// <summary>Key of a referral outcome of the Reference room.</summary>
    public string? ResultKey { get; private set; }

    /// <summary>The outcome in words.</summary>
    public string? Result { get; private set; }

    /// <summary>The day on which the agency answered.</summary>
    public DateOnly? ResultOn { get; private set; }

    /// <summary>When the answer that settled it was entered; null while something is left to wait for or to do.</summary>
    public DateTimeOffset? ResultAt { get; private set; }

    /// <summary>The day on which the school asks again, while nobody has answered.</summary>
    public DateOnly? AskAgainOn { get; private set; }

    public bool IsDecisionNotTo => Agency == Nobody;

    public bool IsToPolice => Agency.StartsWith("police", StringComparison.Ordinal);

    public bool IsToAuthority => Agency == "lado";

    public bool AwaitsResult => !IsDecisionNotTo && ResultAt is null;

    /// <summary>Whether this answer leaves something to wait for or to do.</summary>
    public static bool LeavesOpen(string key) => StillOpen.Contains(key);

    /// <summary>Advice that was given on the spot needs no further answer.</summary>
    public void AdvisedAtOnce(DateTimeOffset at) => ResultAt = at;

    /// <summary>Somebody asks again on this day if no answer has come. Nothing is asked again where nothing is awaited.</summary>
    public void AskAgain(DateOnly on) => AskAgainOn = AwaitsResult ? on : null;

    /// <summary>Hears what the agency says; a later answer replaces an earlier one, which stays in the chronology.</summary>
    /// <param name="askAgainOn">When the school asks again, where the answer leaves something open.</param>
    public Outcome Hear(string key, string result, DateOnly on, DateOnly? askAgainOn, DateTimeOffset at)
    {
        if (IsDecisionNotTo) return Refusals.NobodyToAnswer;
        if (LeavesOpen(key) && askAgainOn is null) return Refusals.AskAgainMissing;
        ResultKey = key;
        Result = result;
        ResultOn = on;
        ResultAt = LeavesOpen(key) ? null : at;
        AskAgainOn = LeavesOpen(key) ? askAgainOn : null;
        return Outcome.Done;
    }
}
