using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

internal static class ReferralWords
{
    public static string Of(string agency, string agencyName, string what, ReferenceWords words) => agency == "none"
        ? "Decided not to refer."
        : $"{agencyName}: {Lower(words.Of(ChoiceList.ReferralDecisions, what))}.";

    private static string Lower(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
