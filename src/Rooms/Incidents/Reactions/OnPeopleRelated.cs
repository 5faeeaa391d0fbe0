using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Reactions;

/// <summary>Relatives of an adult said to have done it are kept from the record; somebody they manage is never its only handler.</summary>
internal sealed class OnPeopleRelated(PlaceAgain placeAgain, AffectedRecords affected) : IReaction<PeopleRelated>
{
    public async Task OnAsync(PeopleRelated happened, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var records = await affected.NamingAsync([happened.IdentityId, happened.OtherIdentityId], stop);
        await placeAgain.RunAsync(records, "two people are related", deed.At, stop);
    }
}
