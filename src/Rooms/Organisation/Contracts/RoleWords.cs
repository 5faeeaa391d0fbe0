namespace Lifeguard.Organisation.Contracts;

/// <summary>The names of roles as people read them.</summary>
public static class RoleWords
{
    /// <summary>The role in plain words, beginning with a capital letter.</summary>
    public static string InWords(this Role role) => role switch
    {
        Role.Teacher => "Teacher",
        Role.SupportStaff => "Support staff",
        Role.OfficeStaff => "Office staff",
        Role.DesignatedSafeguardingLead => "Safeguarding lead (DSL)",
        Role.DeputySafeguardingLead => "Deputy safeguarding lead",
        Role.OnlineSafetyLead => "Online safety lead",
        Role.Head => "Head teacher",
        Role.ActingHead => "Acting head teacher",
        Role.Senco => "SENCo",
        Role.Technician => "IT technician",
        Role.Governor => "Governor",
        Role.SafeguardingGovernor => "Safeguarding governor",
        Role.ChairOfGovernors => "Chair of governors",
        Role.Proprietor => "Proprietor",
        Role.Volunteer => "Volunteer",
        Role.Trainee => "Trainee",
        Role.Supply => "Supply staff",
        Role.Contractor => "Contractor",
        Role.TrustStaff => "Trust staff",
        Role.ChiefExecutive => "Chief executive",
        Role.TrustSafeguardingLead => "Trust safeguarding lead",
        Role.GovernanceOfficer => "Governance officer",
        Role.PartnershipOfficer => "Partnership officer",
        Role.Administrator => "System administrator",
        Role.DataProtectionLead => "Data-protection lead",
        _ => role.ToString(),
    };
}
