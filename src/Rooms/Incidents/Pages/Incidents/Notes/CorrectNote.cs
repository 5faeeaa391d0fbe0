using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Notes;

/// <summary>Corrects a note. The correction is an entry of its own; the original keeps its words, its time and its author.</summary>
internal sealed class CorrectNote(Store store, IncidentPages pages, TimeProvider clock)
{
    private static readonly string[] Correctable = [nameof(NoteAdded), nameof(NoteCorrected)];

    /// <summary>The newest words of the note, or null when this is no note of the record. What crossed from another desk is not corrected here.</summary>
    public async Task<Entry?> NewestAsync(Guid incidentId, Guid entryId, CancellationToken stop)
    {
        var notes = await (from entry in store.Set<Entry>().AsNoTracking()
                           where entry.IncidentId == incidentId
                           join row in store.Set<JournalRow>() on entry.JournalId equals row.Id
                           where Correctable.Contains(row.Act)
                           select entry).ToListAsync(stop);
        var newest = notes.SingleOrDefault(one => one.Id == entryId);
        while (newest is not null && notes.Where(one => one.CorrectsId == newest.Id).MinBy(one => one.Id) is { } later) newest = later;
        return newest;
    }

    /// <param name="seen">The entry whose words the person had before them.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid seen, string text, DateTimeOffset happenedAt, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (incident.IsClosed) return Refusals.AlreadyClosed;
        if (await NewestAsync(incident.Id, seen, stop) is not { } newest) return Refusal.NotFound;
        if (newest.ByIdentity != viewer.IdentityId && !IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        // The same words twice is a double click; others are somebody else's correction.
        if (newest.Id != seen) return newest.Text == text && newest.ByIdentity == viewer.IdentityId ? Outcome.Done : Refusal.ChangedMeanwhile;

        var at = clock.GetUtcNow();
        var (id, journalId) = (Guid.CreateVersion7(at), Guid.CreateVersion7(at));
        store.Set<Entry>().Add(new Entry
        {
            Id = id,
            Org = incident.Org,
            IncidentId = incident.Id,
            Text = text,
            HappenedAt = happenedAt,
            EnteredAt = at,
            ByIdentity = viewer.IdentityId,
            CorrectsId = seen,
            JournalId = journalId,
        });
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new NoteCorrected(incident.Ref, journalId, id, seen, text, happenedAt), stop);
    }
}
