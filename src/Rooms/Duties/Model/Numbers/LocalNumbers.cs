using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Model.Numbers;

/// <summary>The kinds of local numbers a school keeps, in the words of its form.</summary>
internal static class LocalNumbers
{
    private const int ChecksEveryDays = 365;

    public static IReadOnlyList<(string Kind, string Words)> Kinds { get; } =
    [
        (AgencyKinds.SocialCare, "Children's social care"),
        (AgencyKinds.SocialCareOutOfHours, "Children's social care, out of hours"),
        (AgencyKinds.Lado, "The authority's designated officer for allegations (LADO)"),
        (AgencyKinds.Police101, "Police, not an emergency"),
        (AgencyKinds.PoliceChildProtection, "Police child protection team"),
        (AgencyKinds.Prevent, "Prevent"),
        (AgencyKinds.AuthorityOnlineSafety, "The authority's online-safety adviser"),
        (AgencyKinds.CrisisMentalHealth, "Mental health crisis line for children"),
        (AgencyKinds.FilterProvider, "The provider of the filter"),
        (AgencyKinds.InternetProvider, "The internet provider"),
        (AgencyKinds.SupplyAgency, "A supply agency"),
        (AgencyKinds.DataProtection, "The data-protection officer"),
    ];

    /// <summary>Without these, somebody who reports is not shown whom to ring.</summary>
    public static IReadOnlyList<string> Needed { get; } = [AgencyKinds.SocialCare, AgencyKinds.SocialCareOutOfHours, AgencyKinds.Lado];

    public static string WordsOf(string kind) => Kinds.FirstOrDefault(one => one.Kind == kind).Words ?? kind;

    public static bool IsDue(DateOnly? verifiedOn, DateOnly today) => verifiedOn is not { } on || on.AddDays(ChecksEveryDays) < today;
}
