using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents;

/// <summary>What the pages about one record share: finding it through the viewer, and noting the reading before it is shown.</summary>
internal sealed class IncidentPages(Store store, DeskHolders holders, IncidentAudience audience, IPeople people, TimeProvider clock)
{
    /// <summary>The heading, or null when the record is not there for this viewer.</summary>
    public async Task<IncidentHeading?> HeadingAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        var incident = await store.IncidentsFor(viewer).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == reference, stop);
        if (incident is null) return null;

        return new IncidentHeading(
            incident.Id, incident.Org, incident.Reference, incident.RecordKind, incident.Urgent, incident.Imagery, incident.RaisedAt,
            incident.TakenOnAt, incident.IsClosed, incident.Handler, incident.Version, await ReadersAsync(incident, stop));
    }

    /// <summary>The record itself, tracked, for an act. Never shown without a reading.</summary>
    public Task<Incident?> FindAsync(Viewer viewer, RandomReference reference, CancellationToken stop) =>
        store.IncidentsFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop);

    /// <summary>Commits the reading; only then may the page show anything.</summary>
    /// <param name="how">Opened, printed or exported, in one word.</param>
    public Task NoteReadingAsync(Viewer viewer, Guid org, Guid incidentId, string how, CancellationToken stop) =>
        store.CommitAsync(viewer.Deed(org, clock.GetUtcNow()), new RecordRead(new RecordRef(Incident.Kind, incidentId), how), stop);

    /// <summary>Names of everybody who can read the record today, with what lets them.</summary>
    public async Task<IReadOnlyList<string>> ReadersAsync(Incident incident, CancellationToken stop)
    {
        var readers = await audience.ReadersAsync(incident.Id, stop);
        var sitting = (await holders.OfAsync(incident.Org, stop)).SelectMany(desk => desk.Value).Where(holder => readers.Contains(holder.IdentityId))
            .Where(holder => incident.Desks.Contains(DeskRoles.DeskOf(holder.Role)!.Value.ToString()) || incident.Joined.Contains(holder.IdentityId))
            .DistinctBy(holder => holder.IdentityId).ToList();
        var byName = incident.Joined.Where(one => readers.Contains(one) && sitting.All(holder => holder.IdentityId != one)).ToList();
        var rows = byName.Count == 0 ? [] : await people.RowsOfAsync(byName, stop);
        return [.. sitting.Select(holder => $"{holder.Name} ({holder.Role.InWords()})"), .. rows.DistinctBy(row => row.IdentityId).Select(row => $"{row.Name} (added by name)")];
    }
}
