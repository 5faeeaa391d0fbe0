using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Model.Rota;

/// <summary>Who can be on duty, and who may set it.</summary>
internal static class Team
{
    public static IReadOnlyCollection<Role> Roles { get; } = [Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.TrustSafeguardingLead];

    /// <summary>The team itself, so that whoever falls ill can be replaced by whoever is there, and the head, who answers for it.</summary>
    public static IReadOnlyCollection<Role> MaySet { get; } = [.. Roles, Role.Head, Role.ActingHead];
}
