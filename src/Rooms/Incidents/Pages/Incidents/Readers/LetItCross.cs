using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>The desk that holds the allegation lets the safeguarding team know something, in words chosen for it.</summary>
internal sealed class LetItCross(Store store, IncidentPages pages, Notices notices, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference allegation, RandomReference welfare, string text, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, allegation, stop) is not { RecordKind: RecordKind.Allegation } incident) return Refusal.NotFound;
        if (!IncidentPages.IsAtDesk(viewer, incident)) return Refusals.OnlyTheHandler;
        // Found through the allegation, because the viewer need not be a reader of the child's welfare.
        var beside = await (from pair in store.Set<WelfareBeside>()
                            where pair.AllegationId == incident.Id
                            join one in store.Set<Incident>() on pair.WelfareId equals one.Id
                            where one.Reference == welfare
                            select one).SingleOrDefaultAsync(stop);
        if (beside is null) return Refusal.NotFound;
        await using var work = await store.BeginAsync(stop);
        await store.HoldOpenAsync(beside.Id, stop);
        await store.Entry(beside).ReloadAsync(stop);
        if (beside.IsClosed) return Refusals.AlreadyClosed;

        var at = clock.GetUtcNow();
        var news = store.Cross(viewer, beside, Guid.CreateVersion7(at), text, at);
        await notices.RaisedAsync(beside, at, stop);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
