using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Close;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Sanctions;

/// <summary>What stands before a decision about conduct, and what was decided about the same person before.</summary>
internal sealed class FindSanctions(Store store, FindOpenMatters findOpen)
{
    public static ConductOf KindOf(Involvement person) => person.NamedAs == NamedAs.Pupil ? ConductOf.Pupil : ConductOf.Staff;

    public async Task<IReadOnlyList<Refusal>> MissingAsync(Incident incident, CancellationToken stop)
    {
        var runs = await store.Set<Run>().AsNoTracking().Where(one => one.IncidentId == incident.Id).ToListAsync(stop);
        var items = await store.Set<RunItem>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.SettledAt == null && one.GoneAt == null).ToListAsync(stop);
        return SanctionRule.Missing(incident, runs, items, (await findOpen.OfAsync(incident, stop)).SupportUnrecorded);
    }

    public async Task<IReadOnlyList<Sanction>> OnAsync(Guid incidentId, CancellationToken stop) =>
        await store.Set<Sanction>().AsNoTracking().Where(one => one.IncidentId == incidentId).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop);

    /// <summary>
    /// Earlier decisions about the same person that this viewer made or whose record they may read: category, day and what was decided,
    /// and nothing of the story.
    /// </summary>
    public async Task<IReadOnlyList<Sanction>> EarlierAsync(Viewer viewer, Guid incidentId, Involvement person, CancellationToken stop)
    {
        if (person.PersonId is not { } id) return [];

        var me = viewer.IdentityId;
        return await store.Set<Sanction>().AsNoTracking()
            .Where(one => one.PersonId == id && one.IncidentId != incidentId && one.TakenBackAt == null
                && (store.IncidentsFor(viewer).Any(record => record.Id == one.IncidentId)
                    || (one.ByIdentity == me && store.Set<Incident>().Any(record => record.Id == one.IncidentId && !record.Barred.Contains(me)))))
            .OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop);
    }
}
