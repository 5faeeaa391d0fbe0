namespace Lifeguard.Organisation.Contracts;

/// <summary>The keys under which agencies are kept. Other keys are allowed; these are the ones that routes ask for.</summary>
public static class AgencyKinds
{
    public const string Lado = "lado";
    public const string SocialCare = "social-care";
    public const string SocialCareOutOfHours = "social-care-out-of-hours";
    public const string Police101 = "police-101";
    public const string PoliceChildProtection = "police-child-protection";
    public const string Prevent = "prevent";
    public const string AuthorityOnlineSafety = "authority-online-safety";
    public const string InternetProvider = "isp";
    public const string FilterProvider = "filter-provider";
    public const string CrisisMentalHealth = "crisis-mental-health";
    public const string SupplyAgency = "supply-agency";
    public const string DataProtection = "data-protection";
}
