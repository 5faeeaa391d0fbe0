using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.LinkRecords;

/// <summary>Links two records, both found through the viewer.</summary>
internal sealed class LinkIncidents(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, RandomReference otherReference, string kind, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (await pages.FindAsync(viewer, otherReference, stop) is not { } other) return Refusal.NotFound;
        if (incident.Id == other.Id) return Refusals.LinkedToItself;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        if (await store.Set<IncidentLink>().AnyAsync(link => (link.FromId == incident.Id && link.ToId == other.Id) || (link.FromId == other.Id && link.ToId == incident.Id), stop))
            return Refusals.AlreadyLinked;

        var at = clock.GetUtcNow();
        // The row belongs to the school of the record that may know of both: an allegation never shows up in the chronology of another record.
        var (from, to) = other.RecordKind == RecordKind.Allegation && incident.RecordKind != RecordKind.Allegation ? (other, incident) : (incident, other);
        store.Set<IncidentLink>().Add(new IncidentLink { Id = Guid.CreateVersion7(at), Org = from.Org, FromId = from.Id, ToId = to.Id, Kind = kind, At = at });
        return await store.CommitAsync(viewer.Deed(from.Org, at), new IncidentsLinked(from.Ref, to.Id, kind), stop);
    }
}
