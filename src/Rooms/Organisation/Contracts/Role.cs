namespace Lifeguard.Organisation.Contracts;

/// <summary>The catalogue of roles. An organisation gives each its own title; rights and routing follow the role, never the title.</summary>
public enum Role
{
    Teacher,
    SupportStaff,
    OfficeStaff,
    DesignatedSafeguardingLead,
    DeputySafeguardingLead,
    OnlineSafetyLead,
    Head,
    ActingHead,
    Senco,
    Technician,
    Governor,
    SafeguardingGovernor,
    ChairOfGovernors,
    Proprietor,
    Volunteer,
    Trainee,
    Supply,
    Contractor,
    TrustStaff,
    ChiefExecutive,
    TrustSafeguardingLead,
    GovernanceOfficer,
    PartnershipOfficer,
    Administrator,
    DataProtectionLead,
}
