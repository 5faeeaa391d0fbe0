using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>Who could read the record after a change of its people: said before it is done, because it may take the record away from whoever does it.</summary>
internal sealed class WhoWouldRead(Store store, GatherFacts gather, IncidentPages pages, IAgencies agencies)
{
    /// <param name="added">Somebody who would be added, or a written name once it is matched.</param>
    /// <param name="without">The involvement that would be taken off or matched.</param>
    public async Task<Preview> IfAsync(Viewer viewer, Guid incidentId, Named? added, Guid? without, CancellationToken stop)
    {
        // Not tracked: it is placed here only to see where it would lie.
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == incidentId, stop);
        var named = await NamedAsync(incident, without, stop);
        if (added is not null) named.Add(added);
        var conflicted = await store.Set<DeclaredConflict>().AsNoTracking().Where(one => one.IncidentId == incidentId).Select(one => one.IdentityId).ToListAsync(stop);
        var facts = await gather.RunAsync(incident.Org, named, conflicted.ToHashSet(), stop);
        incident.Place(incident.RecordKind == RecordKind.Welfare ? Routing.ForWelfare(facts) : Routing.ForRecord(facts));

        var me = viewer.IdentityId;
        var stays = !incident.Barred.Contains(me) && (IncidentPages.IsAtDesk(viewer, incident) || incident.Joined.Contains(me));
        var readers = await pages.ReadersAsync(incident, stop);
        return new Preview(readers, stays, readers.Count > 0 ? null : (await agencies.ForAsync(incident.Org, [AgencyKinds.Lado], stop)).FirstOrDefault());
    }

    private async Task<List<Named>> NamedAsync(Incident incident, Guid? without, CancellationToken stop)
    {
        var rows = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.RemovedAt == null && one.Id != without).ToListAsync(stop);
        if (incident.RecordKind == RecordKind.Welfare)
        {
            var allegations = store.Set<WelfareBeside>().Where(beside => beside.WelfareId == incident.Id).Select(beside => beside.AllegationId);
            rows.AddRange(await store.Set<Involvement>().AsNoTracking()
                .Where(one => allegations.Contains(one.IncidentId) && one.RemovedAt == null && one.Part == Part.SaidToHaveDoneIt).ToListAsync(stop));
        }

        return [.. rows.Select(one => new Named(one.PersonId, one.Name, one.NamedAs, one.Part))];
    }
}

/// <param name="Readers">Names with what lets them; empty when nobody in Lifeguard could read it.</param>
/// <param name="Authority">Whom to ring then.</param>
internal sealed record Preview(IReadOnlyList<string> Readers, bool StaysWithViewer, AgencyCard? Authority);
