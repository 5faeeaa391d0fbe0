using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Reactions;

/// <summary>A roster brings people and relations without news of each, so everything that could turn on them is decided again.</summary>
internal sealed class OnRosterLoaded(PlaceAgain placeAgain, AffectedRecords affected) : IReaction<RosterLoaded>
{
    public async Task OnAsync(RosterLoaded happened, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var records = await affected.UnsettledAsync(happened.About.Id, stop);
        await placeAgain.RunAsync(records, "a roster was loaded", deed.At, stop);
    }
}
