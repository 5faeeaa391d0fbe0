using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

internal static class ReferralWords
{
    public static string Of(string agency, string agencyName, string what) => agency == Referral.Nobody
        ? "Decided not to refer."
        : $"{agencyName}: {Lower(ReferralKindWords.InWords(what))}.";

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
