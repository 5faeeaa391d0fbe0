using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <summary>Undoes that two records were joined: the records that were moved get their own human being back.</summary>
internal sealed class PartIdentities(Store store)
{
    public async Task<Outcome> RunAsync(IdentityMerge merge, Deed deed, CancellationToken stop)
    {
        var outcome = merge.Undo(deed.At);
        if (!outcome.IsDone) return outcome;

        foreach (var row in await store.Set<Person>().Where(one => merge.Moved.Contains(one.Id) && one.IdentityId == merge.KeptIdentity).ToListAsync(stop))
            row.LinkTo(merge.ReplacedIdentity);
        return await store.CommitAsync(deed, new IdentitiesParted(new RecordRef("person", merge.OtherPersonId), merge.KeptIdentity, merge.ReplacedIdentity), stop);
    }
}
