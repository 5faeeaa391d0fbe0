namespace Lifeguard.Organisation.Contracts;

/// <summary>The adults of an organisation who work or serve there, for whoever gives them access.</summary>
public interface IStaffList
{
    /// <summary>
    /// Staff, governors and everybody else who holds a role on that day, without those who have left, by family name. The caller has
    /// asked whether the viewer may see the organisation's staff.
    /// </summary>
    Task<IReadOnlyList<StaffMember>> OfAsync(Guid org, DateOnly on, CancellationToken stop);
}

/// <param name="Email">The address in the roster, or null.</param>
public sealed record StaffMember(Guid PersonId, Guid IdentityId, string Name, PersonKind Kind, string? Email, IReadOnlyList<Role> Roles);
