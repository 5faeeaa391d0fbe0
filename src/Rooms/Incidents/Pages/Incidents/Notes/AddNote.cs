using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Notes;

/// <summary>Writes a note. Nothing of the record itself changes, so two people writing at once never meet.</summary>
internal sealed class AddNote(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, string text, DateTimeOffset happenedAt, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (incident.IsClosed) return Refusals.AlreadyClosed;

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
            JournalId = journalId,
        });
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new NoteAdded(incident.Ref, journalId, id, text, happenedAt), stop);
    }
}
