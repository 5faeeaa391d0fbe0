using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <summary>Records that two person rows are one human being: every row of the second's identity takes the first's.</summary>
internal sealed class LinkIdentities(Store store)
{
    public async Task<Outcome> RunAsync(Guid keptPersonId, Guid otherPersonId, Deed deed, CancellationToken stop)
    {
        var two = await store.Set<Person>().Where(one => one.Id == keptPersonId || one.Id == otherPersonId).ToListAsync(stop);
        var (kept, other) = (two.Find(one => one.Id == keptPersonId), two.Find(one => one.Id == otherPersonId));
        if (kept is null || other is null) return Refusal.NotFound;
        if (kept.IdentityId == other.IdentityId) return Refusals.LinkedAlready;

        var replaced = other.IdentityId;
        var moved = await store.Set<Person>().Where(one => one.IdentityId == replaced).ToListAsync(stop);
        foreach (var row in moved) row.LinkTo(kept.IdentityId);
        store.Add(new IdentityMerge
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = kept.Org,
            KeptPersonId = kept.Id,
            OtherPersonId = other.Id,
            KeptIdentity = kept.IdentityId,
            ReplacedIdentity = replaced,
            Moved = [.. moved.Select(one => one.Id)],
            MergedAt = deed.At,
            ByName = deed.ByName,
        });
        var news = new IdentitiesLinked(new RecordRef("person", kept.Id), kept.IdentityId, replaced);
        return await store.CommitAsync(deed, news, stop);
    }
}
