using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Reactions;

/// <summary>A role lifts what is said about its holder to a higher desk, and fills a desk that had nobody.</summary>
internal sealed class OnRoleGiven(PlaceAgain placeAgain, AffectedRecords affected) : IReaction<RoleGiven>, IReaction<RoleBegan>
{
    public Task OnAsync(RoleGiven happened, Deed deed, CancellationToken stop) => AgainAsync(happened.IdentityId, happened.Org, happened.Role, deed, stop);

    public Task OnAsync(RoleBegan happened, Deed deed, CancellationToken stop) => AgainAsync(happened.IdentityId, happened.Org, happened.Role, deed, stop);

    private async Task AgainAsync(Guid identity, Guid org, Role role, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var naming = await affected.NamingAsync([identity], stop);
        var waiting = await affected.WaitingForHolderAsync(org, role, stop);
        var records = naming.Union(waiting);
        await placeAgain.RunAsync(records, "a role began", deed.At, stop);
    }
}
