using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Reactions;

/// <summary>A role lifts what is said about its holder to a higher desk, and fills a desk that had nobody.</summary>
internal sealed class OnRoleGiven(PlaceAgain placeAgain, AffectedRecords affected) : IReaction<RoleGiven>
{
    public async Task OnAsync(RoleGiven happened, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var naming = await affected.NamingAsync([happened.IdentityId], stop);
        var waiting = await affected.WaitingForHolderAsync(happened.Org, happened.Role, stop);
        var records = naming.Union(waiting);
        await placeAgain.RunAsync(records, "a role began", deed.At, stop);
    }
}
