using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>What a school has said about one class of records: a period of its own, or that the one it was given is its choice.</summary>
internal sealed class RetentionRule
{
    public const int LongestYears = 100;

    public required Guid Org { get; init; }

    public required string Class { get; init; }

    public RetentionBasis Basis { get; private set; }

    public int Years { get; private set; }

    public DateTimeOffset ConfirmedAt { get; private set; }

    public string ConfirmedByName { get; private set; } = "";

    public uint Version { get; private set; }

    public Outcome Choose(RetentionBasis basis, int years, Deed deed)
    {
        if (years is < 1 or > LongestYears) return Refusals.NoPeriod;
        (Basis, Years, ConfirmedAt, ConfirmedByName) = (basis, years, deed.At, deed.ByName);
        return Outcome.Done;
    }
}
