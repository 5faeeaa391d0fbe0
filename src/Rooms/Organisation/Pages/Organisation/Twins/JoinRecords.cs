using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.Twins;

/// <summary>Says that two records are one person, or takes it back.</summary>
internal sealed class JoinRecords(Store store, FindTwins findTwins, IPlaces places, LinkIdentities linkIdentities, PartIdentities partIdentities, IEnumerable<IPersonPanel> panels, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid keptId, Guid otherId, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, OrganisationPermissions.People, stop);
        var two = await store.Set<Person>().AsNoTracking().Where(one => open.Contains(one.Org) && (one.Id == keptId || one.Id == otherId)).ToListAsync(stop);
        if (two.Find(one => one.Id == keptId) is not { } kept || two.Find(one => one.Id == otherId) is not { } other) return Refusal.NotFound;

        // A record elsewhere may hold a role that counts, and moves too.
        await using var work = await store.BeginAsync(stop);
        await store.OpenForThisWorkAsync("joining two records", stop);
        var may = Merging.May(viewer, kept, other, await TwinAsync(kept.IdentityId, stop), await TwinAsync(other.IdentityId, stop));
        return may.IsDone ? await linkIdentities.RunAsync(keptId, otherId, viewer.Deed(kept.Org, clock.GetUtcNow()), stop) : may;
    }

    public async Task<Outcome> UndoAsync(Viewer viewer, Guid mergeId, CancellationToken stop)
    {
        if (await (await findTwins.MergesForAsync(viewer, stop)).SingleOrDefaultAsync(one => one.Id == mergeId, stop) is not { } merge) return Refusal.NotFound;
        await using var work = await store.BeginAsync(stop);
        await store.OpenForThisWorkAsync("parting two records", stop);
        return await partIdentities.RunAsync(merge, viewer.Deed(merge.Org, clock.GetUtcNow()), stop);
    }

    private async Task<Merging.Twin> TwinAsync(Guid identity, CancellationToken stop)
    {
        // Also what begins later: a join today would give it then.
        var today = UkTime.DateOf(clock.GetUtcNow());
        var held = await (from appointment in store.Set<Appointment>()
                          where appointment.Until == null || appointment.Until >= today
                          join person in store.Set<Person>() on appointment.PersonId equals person.Id
                          where person.IdentityId == identity
                          select appointment.Role).Distinct().ToListAsync(stop);
        foreach (var panel in panels)
        {
            if (await panel.HasWayInAsync(identity, stop)) return new Merging.Twin(held, true);
        }

        return new Merging.Twin(held, false);
    }
}
