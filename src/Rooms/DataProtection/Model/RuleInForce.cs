using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>The rule that holds for a class in a school today: the school's own, or the one the house brings.</summary>
/// <param name="ConfirmedByName">Who has said that it is the school's choice; null while nobody has.</param>
internal sealed record RuleInForce(KeptClass Class, RetentionDefault Default, RetentionBasis Basis, int Years, DateTimeOffset? ConfirmedAt, string? ConfirmedByName)
{
    public bool IsConfirmed => ConfirmedAt is not null;

    /// <summary>Until the youngest child named in it is 25.</summary>
    public string InWords => WordsOf(Basis, Years);

    public static string WordsOf(RetentionBasis basis, int years)
    {
        var span = years == 1 ? "one year" : $"{years} years";
        return basis switch
        {
            RetentionBasis.Birthday => $"Until the youngest child named in it is {years}",
            RetentionBasis.Raised => $"Until {span} after it was raised",
            _ => $"Until {span} after it was closed",
        };
    }

    /// <summary>The first day on which its period is over; null while it is open.</summary>
    public DateOnly? EndOf(KeptRecord record)
    {
        if (record.ClosedOn is not { } closed) return null;
        return Basis switch
        {
            // Whoever was alive when it was raised is that old at the latest so many years after. Several children: the youngest, and so the longest.
            RetentionBasis.Birthday => (record.YoungestBornOn is { } born && born < record.RaisedOn ? born : record.RaisedOn).AddYears(Years),
            RetentionBasis.Raised => record.RaisedOn.AddYears(Years),
            _ => closed.AddYears(Years),
        };
    }

    /// <summary>What a record must be older than to be over today.</summary>
    public KeptBefore Before(DateOnly today) => new(today.AddYears(-Years).AddDays(1), Basis == RetentionBasis.Birthday ? today.AddYears(-Years) : null);
}
