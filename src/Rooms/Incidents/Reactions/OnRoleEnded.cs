using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Reactions;

/// <summary>A desk that lost its last free holder passes its records on.</summary>
internal sealed class OnRoleEnded(PlaceAgain placeAgain, AffectedRecords affected) : IReaction<RoleEnded>, IReaction<RoleLapsed>
{
    public Task OnAsync(RoleEnded happened, Deed deed, CancellationToken stop) => AgainAsync(happened.IdentityId, happened.Org, happened.Role, deed, stop);

    public Task OnAsync(RoleLapsed happened, Deed deed, CancellationToken stop) => AgainAsync(happened.IdentityId, happened.Org, happened.Role, deed, stop);

    private async Task AgainAsync(Guid identity, Guid org, Role role, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var naming = await affected.NamingAsync([identity], stop);
        var alone = await affected.LeftAloneAsync(org, role, stop);
        var records = naming.Union(alone);
        await placeAgain.RunAsync(records, "a role ended", deed.At, stop);
    }
}
