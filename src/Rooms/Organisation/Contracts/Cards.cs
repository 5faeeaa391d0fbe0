namespace Lifeguard.Organisation.Contracts;

/// <summary>Somebody who holds a role in an organisation on the day asked for.</summary>
/// <param name="IdentityId">The human being; several person rows may share it.</param>
public sealed record RoleHolder(Guid PersonId, Guid IdentityId, string Name, Guid Org, Role Role);

public enum PersonKind
{
    Staff,
    Pupil,
    Parent,
    Governor,
    Other,
}

/// <summary>A person as other rooms show them.</summary>
public sealed record PersonCard(Guid Id, Guid IdentityId, Guid Org, string Name, PersonKind Kind, string? YearGroup, string? Class, string? JobTitle);

public enum OrganisationKind
{
    Partnership,
    LocalAuthority,
    Trust,
    School,
    OtherSetting,
}

/// <summary>An organisation as other rooms show it.</summary>
/// <param name="ReportCode">What a person without an account types to report a concern here.</param>
public sealed record OrganisationCard(Guid Id, Guid? ParentId, OrganisationKind Kind, string Name, string? Phase, string? Address, string? Telephone, string? Email, string Nation, string ReportCode);

/// <summary>A local agency and how to reach it.</summary>
/// <param name="Hours">Text such as <c>Mon-Thu 08:00-17:30; Fri 08:00-16:30</c>; empty means at any hour.</param>
public sealed record AgencyCard(string Kind, string Name, string Telephone, string? Email, string? WebForm, string Hours, DateOnly? VerifiedOn);
