using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Storage;

/// <summary>Who sits at each desk of a school today.</summary>
internal sealed class DeskHolders(IRoles roles, TimeProvider clock)
{
    public DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    public async Task<IReadOnlyDictionary<Desk, IReadOnlyList<RoleHolder>>> OfAsync(Guid school, CancellationToken stop)
    {
        var holders = await roles.HoldersAsync(school, DeskRoles.All, Today, stop);
        return Enum.GetValues<Desk>().ToDictionary(
            desk => desk,
            desk => (IReadOnlyList<RoleHolder>)[.. holders.Where(holder => DeskRoles.DeskOf(holder.Role) == desk)]);
    }

    public Task<IReadOnlyList<RoleHolder>> InRolesAsync(Guid school, IReadOnlyCollection<Role> wanted, CancellationToken stop) =>
        roles.HoldersAsync(school, wanted, Today, stop);
}
