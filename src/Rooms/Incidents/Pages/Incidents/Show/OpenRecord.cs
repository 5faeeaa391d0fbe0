using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>
/// Commits the reading before a word is shown. The first reading by somebody of the desk also stops the clock of the unopened
/// concern; a reader joined by name does not, because nobody who can act has seen it yet.
/// </summary>
internal sealed class OpenRecord(Store store, IncidentPages pages, TimeProvider clock)
{
    private const int Tries = 3;

    /// <param name="how">What was opened, in a few words, for the list of readings.</param>
    /// <returns>The heading, or null when the record is not there for this viewer.</returns>
    public async Task<IncidentHeading?> RunAsync(Viewer viewer, RandomReference reference, string how, CancellationToken stop)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return null;

            var at = clock.GetUtcNow();
            List<IHappened> news = [new RecordRead(incident.Ref, how)];
            if (IncidentPages.IsAtDesk(viewer, incident) && incident.Open(at)) news.Add(new ConcernOpened(incident.Ref));
            var outcome = await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
            store.ChangeTracker.Clear();
            if (outcome.IsDone) return await pages.HeadingOfAsync(viewer, incident, stop);
        }

        throw new InvalidOperationException("The reading could not be committed, so nothing is shown.");
    }
}
