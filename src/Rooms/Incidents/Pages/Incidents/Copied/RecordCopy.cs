using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Copied;

/// <summary>Says where the copy in the school's other safeguarding record stands, or that this record stands alone.</summary>
internal sealed class RecordCopy(Store store, IncidentPages pages, TimeProvider clock)
{
    /// <param name="theirReference">Its number or name there; null when this record stands alone.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Seen seen, string? theirReference, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        store.Expect(incident, seen);
        var outcome = theirReference is null ? incident.StandAlone() : incident.CopyTo(theirReference);
        if (!outcome.IsDone) return outcome;

        IHappened news = theirReference is null ? new StandsAloneDecided(incident.Ref) : new CopiedElsewhere(incident.Ref, theirReference);
        return await store.CommitAsync(viewer.Deed(incident.Org, clock.GetUtcNow()), news, stop);
    }
}
