namespace Lifeguard.Incidents.Model.Runs;

/// <summary>
/// Which contacts of a school count for an agency that a plan names. A plan asks for the police; whether the call went to 101 or to the
/// local unit is the school's own list.
/// </summary>
internal static class PlanAgencies
{
    private static readonly Dictionary<string, string[]> Kinds = new(StringComparer.Ordinal)
    {
        ["police-999"] = ["police-emergency", "police", "police-101", "police-child-protection"],
        ["police-101"] = ["police", "police-101", "police-child-protection", "police-emergency"],
        ["ambulance-999"] = ["ambulance", "police-emergency"],
        ["childrens-social-care"] = ["social-care", "social-care-out-of-hours"],
        ["crisis-mental-health"] = ["crisis-mental-health", "camhs"],
        ["health-services"] = ["health", "camhs"],
        ["service-provider"] = ["platform"],
        ["ico"] = ["information-commissioner"],
        ["filter-provider"] = ["filter-provider", "isp"],
        ["data-protection-officer"] = ["data-protection-officer", "data-protection"],
        ["report-fraud"] = ["report-fraud", "police-scotland-fraud"],
        ["authority-online-safety"] = ["authority-online-safety", "authority-adviser"],
        ["education-safeguarding"] = ["authority-adviser", "trust"],
    };

    /// <summary>Kinds of agency, as the Reference room and the school's list call them; the usual one first.</summary>
    public static IReadOnlyList<string> KindsOf(string agency) => Kinds.GetValueOrDefault(agency) ?? [agency];
}
