using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>
/// Two people editing one record. For every act that changes the incident's own row; notes, actions and the like never collide.
/// <code>
/// // act: after loading the tracked incident, before asking it
/// store.Expect(incident, seen);                                  // CommitAsync then answers ChangedMeanwhile
/// // page model
/// [BindProperty] public Seen Seen { get; set; }                  // set on GET: Seen = meanwhile.SeenOf(Heading)
/// public Merge? Merge { get; private set; }
/// // OnPost, after the act
/// if (await meanwhile.AfterAsync(Viewer, outcome, Heading!, Seen, stop) is { } merge) (Merge, Seen) = (merge, merge.Seen);
/// return Answer(outcome, …);
/// // page, above the form and inside it
/// &lt;partial name="/Pages/Incidents/Shared/_Merge.cshtml" model="Model.Merge" /&gt;
/// &lt;input type="hidden" name="Seen" value="@Model.Seen"&gt;        // plain, so that it shows the new value after a merge
/// </code>
/// Where "save again" would write over somebody's answers, hand in one <see cref="MergeAnswer"/> for each question.
/// </summary>
internal sealed class Meanwhile(Store store, FindChronology chronology, TimeProvider clock)
{
    // A change stamped just before the page was read may have been committed just after it.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    public Seen SeenOf(IncidentHeading heading) => new(heading.Version, clock.GetUtcNow());

    /// <summary>What the merge shows, or null when the outcome is anything but "changed meanwhile".</summary>
    public async Task<Merge?> AfterAsync(Viewer viewer, Outcome outcome, IncidentHeading heading, Seen seen, CancellationToken stop, params IReadOnlyList<MergeAnswer> answers)
    {
        if (!outcome.Refusals.Contains(Refusal.ChangedMeanwhile)) return null;

        var version = await store.Set<Incident>().AsNoTracking().Where(one => one.Id == heading.Id).Select(one => one.Version).SingleAsync(stop);
        var lines = await chronology.OfAsync(viewer, heading.Id, stop);
        return new Merge(
            new Seen(version, clock.GetUtcNow()), seen,
            [.. lines.Where(line => line.EnteredAt >= seen.At - Slack).OrderBy(line => line.EnteredAt).ThenBy(line => line.JournalId)],
            [.. answers.Where(answer => answer.Differs)]);
    }
}

internal static class ExpectedVersion
{
    /// <summary>Lets the commit be refused when the row is no longer the one that the person had before them.</summary>
    public static void Expect(this Store store, Incident incident, Seen seen) =>
        store.Entry(incident).Property(one => one.Version).OriginalValue = seen.Version;
}
