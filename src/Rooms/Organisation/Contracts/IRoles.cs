namespace Lifeguard.Organisation.Contracts;

/// <summary>Who holds which role. Always asked for a day, because roles have dates.</summary>
public interface IRoles
{
    /// <summary>Holders of any of these roles at this organisation or, for trust- and authority-level roles, at one above it.</summary>
    Task<IReadOnlyList<RoleHolder>> HoldersAsync(Guid org, IReadOnlyCollection<Role> roles, DateOnly on, CancellationToken stop);

    /// <summary>Every role these human beings hold anywhere on that day.</summary>
    Task<IReadOnlyList<RoleHolder>> RolesOfAsync(IReadOnlyCollection<Guid> identities, DateOnly on, CancellationToken stop);
}
