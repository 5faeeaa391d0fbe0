using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searchers;

/// <summary>The head names staff who may search, ends it, and says which policy and route of complaint are shown.</summary>
internal sealed class NameSearcher(Store store, IPeople people, IOrganisationSettings settings, CountOnce once, TimeProvider clock)
{
    public async Task<IReadOnlyList<NominatedSearcher>> OfAsync(Guid school, CancellationToken stop) =>
        await store.Set<NominatedSearcher>().AsNoTracking().Where(one => one.Org == school).OrderBy(one => one.Name).ThenBy(one => one.From).ToListAsync(stop);

    /// <summary>Staff of the school whom the name may mean.</summary>
    public async Task<IReadOnlyList<PersonCard>> FindAsync(Guid school, string name, CancellationToken stop) =>
        [.. (await people.MatchAdultsAsync(school, name, stop)).Where(one => one.Org == school && one.Kind == PersonKind.Staff)];

    public async Task<Outcome> RunAsync(Viewer viewer, Guid school, Guid id, PersonCard person, DateOnly from, DateOnly? until, string training, CancellationToken stop)
    {
        if (!CustodyReach.IsHead(viewer, school)) return Refusal.NotFound;
        if (await once.IsThereAsync<NominatedSearcher>(id, stop)) return Outcome.Done;
        var there = await store.Set<NominatedSearcher>().AsNoTracking().Where(one => one.Org == school && one.IdentityId == person.IdentityId).ToListAsync(stop);
        if (there.Exists(one => one.Holds(from))) return Refusals.SearcherThere;

        var deed = viewer.Deed(school, clock.GetUtcNow());
        var named = NominatedSearcher.Nominate(id, school, person.IdentityId, person.Name, from, until, training, deed);
        store.Add(named);
        return await once.CommitAsync<NominatedSearcher>(id, deed, [new SearcherNamed(named.Ref, named.IdentityId, from, until)], stop);
    }

    public async Task<Outcome> EndAsync(Viewer viewer, Guid school, Guid id, DateOnly last, CancellationToken stop)
    {
        if (!CustodyReach.IsHead(viewer, school)) return Refusal.NotFound;
        if (await store.Set<NominatedSearcher>().SingleOrDefaultAsync(one => one.Id == id && one.Org == school, stop) is not { } named) return Refusal.NotFound;
        var outcome = named.End(last);
        return outcome.IsDone ? await store.CommitAsync(viewer.Deed(school, clock.GetUtcNow()), new SearcherNamed(named.Ref, named.IdentityId, named.From, last), stop) : outcome;
    }

    public async Task<Outcome> SetNoticesAsync(Viewer viewer, Guid school, string policy, string complaint, CancellationToken stop)
    {
        if (!CustodyReach.IsHead(viewer, school)) return Refusal.NotFound;
        var about = new RecordRef("organisation", school);
        await settings.SetAsync(school, FindNotices.PolicyKey, policy, stop);
        await settings.SetAsync(school, FindNotices.ComplaintKey, complaint, stop);
        return await store.CommitAsync(viewer.Deed(school, clock.GetUtcNow()), [new SettingChanged(about, FindNotices.PolicyKey, policy), new SettingChanged(about, FindNotices.ComplaintKey, complaint)], stop);
    }
}
