using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <summary>Records that the first person is parent or relative of the second, or line-manages them. Kept where the second belongs.</summary>
internal sealed class RelatePeople(Store store)
{
    public async Task<Outcome> RunAsync(Guid personId, RelationKind kind, Guid otherId, Deed deed, CancellationToken stop)
    {
        var people = await store.Set<Person>().Where(one => one.Id == personId || one.Id == otherId).ToListAsync(stop);
        var (person, other) = (people.Find(one => one.Id == personId), people.Find(one => one.Id == otherId));
        if (person is null || other is null) return Refusal.NotFound;
        if (person.IdentityId == other.IdentityId) return Refusals.SamePerson;
        if (await store.Set<Relation>().AnyAsync(one => one.PersonId == personId && one.OtherId == otherId && one.Kind == kind, stop))
            return Refusals.RelatedAlready;

        store.Add(new Relation { Id = Guid.CreateVersion7(deed.At), Org = other.Org, PersonId = personId, OtherId = otherId, Kind = kind });
        var news = new PeopleRelated(new RecordRef("person", personId), person.IdentityId, other.IdentityId, kind.ToString());
        return await store.CommitAsync(deed, news, stop);
    }
}
