using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Classify;

/// <summary>Says what kind of incident it is. A type that may concern a sexual picture closes the record to files, for good.</summary>
internal sealed class ClassifyIncident(Store store, IReference reference, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(
        Viewer viewer, RandomReference record, Seen seen, IReadOnlyList<string> types, string? otherType, IReadOnlyList<RiskCell> cells, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, record, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        store.Expect(incident, seen);
        List<string> risks = [.. cells.Select(cell => cell.ToString())];
        var outcome = incident.Classify(types, otherType, risks, imagery: !reference.MayHoldFiles(types));
        if (!outcome.IsDone) return outcome;

        store.Entry(incident).Property(one => one.Types).IsModified = true;
        return await store.CommitAsync(viewer.Deed(incident.Org, clock.GetUtcNow()), new IncidentClassified(incident.Ref, types, risks), stop);
    }
}
