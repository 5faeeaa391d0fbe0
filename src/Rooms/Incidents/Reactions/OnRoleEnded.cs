using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Reactions;

/// <summary>A desk that lost its last free holder passes its records on.</summary>
internal sealed class OnRoleEnded(PlaceAgain placeAgain, AffectedRecords affected) : IReaction<RoleEnded>
{
    public async Task OnAsync(RoleEnded happened, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var naming = await affected.NamingAsync([happened.IdentityId], stop);
        var alone = await affected.LeftAloneAsync(happened.Org, happened.Role, stop);
        var records = naming.Union(alone);
        await placeAgain.RunAsync(records, "a role ended", deed.At, stop);
    }
}
