namespace Lifeguard.Incidents.Model;

/// <summary>What was asked of another agency.</summary>
internal enum ReferralKind
{
    Advice,
    Referral,
    Report,
    NoReferral,
}

internal static class ReferralKindWords
{
    public static string InWords(this ReferralKind kind) => kind switch
    {
        ReferralKind.Advice => "Advice sought",
        ReferralKind.Referral => "Referral made",
        ReferralKind.Report => "Reported",
        _ => "Decided not to refer",
    };

    public static string InWords(string stored) => Enum.TryParse<ReferralKind>(stored, out var kind) ? kind.InWords() : stored;
}
