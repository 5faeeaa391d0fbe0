using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Notes;

/// <summary>Writes a note. Nothing of the record itself changes, so two people writing at once never meet.</summary>
internal sealed class AddNote(Store store, IncidentPages pages, TimeProvider clock)
{
    /// <param name="submission">The key the form was given when it was shown: the same form sent twice makes one note.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid submission, string text, DateTimeOffset happenedAt, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (incident.IsClosed) return Refusals.AlreadyClosed;

        var at = clock.GetUtcNow();
        if (await SameAsync(viewer, incident.Id, submission, stop) is { } there)
        {
            if (there == text) return Outcome.Done;
            // Sent again after going back, with other words: those are a note of their own and must not be lost.
            submission = Guid.CreateVersion7(at);
        }

        var journalId = Guid.CreateVersion7(at);
        store.Set<Entry>().Add(new Entry
        {
            Id = submission,
            Org = incident.Org,
            IncidentId = incident.Id,
            Text = text,
            HappenedAt = happenedAt,
            EnteredAt = at,
            ByIdentity = viewer.IdentityId,
            JournalId = journalId,
        });
        try
        {
            return await store.CommitAsync(viewer.Deed(incident.Org, at), new NoteAdded(incident.Ref, journalId, submission, text, happenedAt), stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // The other click of the two was first.
            store.ChangeTracker.Clear();
            if (await SameAsync(viewer, incident.Id, submission, stop) == text) return Outcome.Done;
            throw;
        }
    }

    private Task<string?> SameAsync(Viewer viewer, Guid incidentId, Guid submission, CancellationToken stop) => store.Set<Entry>().AsNoTracking()
        .Where(one => one.Id == submission && one.IncidentId == incidentId && one.ByIdentity == viewer.IdentityId)
        .Select(one => one.Text).SingleOrDefaultAsync(stop);
}
