using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>Says who of the senior people supervises the monitoring that a technician does.</summary>
internal sealed class SetSupervisor(Store store, FindPerson findPerson, TimeProvider clock)
{
    public async Task<IReadOnlyList<HolderLine>> ChoicesAsync(Person technician, CancellationToken stop)
    {
        var holders = (await findPerson.HoldersAsync(technician, stop)).Where(one => RoleLevels.Senior.Contains(one.Role));
        return [.. holders.GroupBy(one => one.Reference).Select(one => one.First())];
    }

    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, RandomReference supervisor, CancellationToken stop)
    {
        if (await findPerson.RecordAsync(viewer, reference, OrganisationPermissions.GiveRoles, stop) is not { } technician) return Refusal.NotFound;
        if (technician.IdentityId == viewer.IdentityId) return Refusals.OwnRole;
        if ((await ChoicesAsync(technician, stop)).All(one => one.Reference != supervisor)) return Refusals.MayNotSupervise;

        var chosen = await store.Set<Person>().AsNoTracking().SingleAsync(one => one.Reference == supervisor && one.Org == technician.Org, stop);
        if (chosen.IdentityId == technician.IdentityId) return Refusals.MayNotSupervise;

        var deed = viewer.Deed(technician.Org, clock.GetUtcNow());
        var before = await store.Set<Relation>().Where(one => one.OtherId == technician.Id && one.Kind == RelationKind.Supervises).ToListAsync(stop);
        if (before.Exists(one => one.PersonId == chosen.Id)) return Outcome.Done;
        store.RemoveRange(before);
        store.Add(new Relation { Id = Guid.CreateVersion7(deed.At), Org = technician.Org, PersonId = chosen.Id, OtherId = technician.Id, Kind = RelationKind.Supervises });
        return await store.CommitAsync(deed, new SupervisorSet(new RecordRef("person", technician.Id), technician.IdentityId, chosen.IdentityId), stop);
    }
}
