using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Ui;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents;

/// <summary>What the pages about one record share: finding it through the viewer, and noting the reading before it is shown.</summary>
internal sealed class IncidentPages(Store store, DeskHolders holders, IPeople people, INumbersNow numbers, TimeProvider clock)
{
    /// <summary>The heading, or null when the record is not there for this viewer.</summary>
    public async Task<IncidentHeading?> HeadingAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        var incident = await store.IncidentsFor(viewer).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == reference, stop);
        return incident is null ? null : await HeadingOfAsync(viewer, incident, stop);
    }

    /// <summary>The heading of a record that was just found through the viewer.</summary>
    public async Task<IncidentHeading> HeadingOfAsync(Viewer viewer, Incident incident, CancellationToken stop) => new(
        incident.Id, incident.Org, incident.Reference, incident.RecordKind, incident.Urgent, incident.Imagery, incident.RaisedAt,
        incident.TakenOnAt, incident.IsClosed, incident.Handler, incident.Version, await ReadersAsync(incident, stop))
    {
        AtDesk = IsAtDesk(viewer, incident),
        WorksOn = WorksOn(viewer, incident),
    };

    /// <summary>Whom to ring at this minute: the emergency number, and social care as it is open now.</summary>
    public async Task<IReadOnlyList<HelpContact>> NumbersAsync(Guid school, CancellationToken stop) =>
        [numbers.Emergency, .. await numbers.SocialCareAsync(school, stop) is { } care ? [care] : Array.Empty<HelpContact>()];

    /// <summary>The record itself, tracked, for an act. Never shown without a reading.</summary>
    public Task<Incident?> FindAsync(Viewer viewer, RandomReference reference, CancellationToken stop) =>
        store.IncidentsFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop);

    /// <summary>
    /// The record for an act that adds something to it, in work that has begun: until that work ends nobody can close it.
    /// Read after it is held, so that it says what is true now.
    /// </summary>
    public Task<Incident?> HoldAsync(Viewer viewer, RandomReference reference, CancellationToken stop) => HoldAsync(viewer, reference, store.HoldOpenAsync, stop);

    /// <summary>The same for an act that depends on all that hangs on the record, or may lay it elsewhere: it happens alone.</summary>
    public Task<Incident?> HoldAloneAsync(Viewer viewer, RandomReference reference, CancellationToken stop) => HoldAsync(viewer, reference, store.HoldAloneAsync, stop);

    /// <summary>Whether the viewer holds a desk on which the record lies, and so decides who else works on it.</summary>
    public static bool IsAtDesk(Viewer viewer, Incident incident) =>
        IncidentVisibility.DesksOf(viewer).Any(desk => desk.Value.Contains(incident.Org) && incident.Desks.Contains(desk.Key.ToString()));

    /// <summary>
    /// Whether the viewer works on the record: holds its desk, or had it handed over. Somebody joined by name only reads it,
    /// writes notes and does what was given to them.
    /// </summary>
    public static bool WorksOn(Viewer viewer, Incident incident) => IsAtDesk(viewer, incident) || incident.Handler == viewer.IdentityId;

    private async Task<Incident?> HoldAsync(Viewer viewer, RandomReference reference, Func<Guid, CancellationToken, Task> hold, CancellationToken stop)
    {
        if (await store.IncidentsFor(viewer).Where(one => one.Reference == reference).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(stop) is not { } id) return null;
        await hold(id, stop);
        return await FindAsync(viewer, reference, stop);
    }

    /// <summary>Commits the reading; only then may the page show anything.</summary>
    /// <param name="how">Opened, printed or exported, in one word.</param>
    public Task NoteReadingAsync(Viewer viewer, Guid org, Guid incidentId, string how, CancellationToken stop) =>
        store.CommitAsync(viewer.Deed(org, clock.GetUtcNow()), new RecordRead(new RecordRef(Incident.Kind, incidentId), how), stop);

    /// <summary>Names of everybody who can read the record today, with what lets them.</summary>
    public async Task<IReadOnlyList<string>> ReadersAsync(Incident incident, CancellationToken stop) =>
        [.. (await ReaderRowsAsync(incident, stop)).Select(reader => $"{reader.Name} ({reader.Because})")];

    /// <summary>The same for a page that says why. Decided from the record as it is handed in, so that a placing can be tried out before it is done.</summary>
    public async Task<IReadOnlyList<Reader>> ReaderRowsAsync(Incident incident, CancellationToken stop)
    {
        var sitting = (await holders.OfAsync(incident.Org, stop)).Where(desk => incident.Desks.Contains(desk.Key.ToString())).SelectMany(desk => desk.Value)
            .Where(holder => !incident.Barred.Contains(holder.IdentityId)).DistinctBy(holder => holder.IdentityId)
            .OrderBy(holder => holder.Role).ThenBy(holder => holder.Name, StringComparer.Ordinal).ToList();
        var byName = incident.Joined.Where(one => !incident.Barred.Contains(one) && sitting.All(holder => holder.IdentityId != one)).ToList();
        var rows = byName.Count == 0 ? [] : await people.RowsOfAsync(byName, stop);
        return
        [
            .. sitting.Select(holder => new Reader(holder.IdentityId, holder.Name, holder.Role.InWords(), false)),
            .. rows.DistinctBy(row => row.IdentityId).Select(row => new Reader(row.IdentityId, row.Name, "added by name", true)),
        ];
    }
}

/// <summary>Somebody who can read a record.</summary>
/// <param name="Because">Their role at the desk that holds it, or that they were added by name.</param>
internal sealed record Reader(Guid Identity, string Name, string Because, bool IsByName);
