using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>
/// Lets a form count once. Its key commits with what the form asked for, and no key commits twice: of two clicks one does it,
/// and the other is answered as if it had.
/// </summary>
internal sealed class Once(Store store, TimeProvider clock)
{
    // A second click, a reload, a try after the line was lost. Somebody who comes back on another day is told what everybody is told.
    private static readonly TimeSpan Just = TimeSpan.FromMinutes(10);

    public Task<bool> WasJustSentAsync(Guid key, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - Just;
        return store.Set<SentForm>().AsNoTracking().AnyAsync(one => one.Id == key && one.SentAt > since, stop);
    }

    public async Task<Outcome> RunAsync(Guid key, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await WasSentAsync(key, stop)) return Outcome.Done;

        var sent = store.Set<SentForm>().Add(new SentForm { Id = key, SentAt = clock.GetUtcNow() });
        try
        {
            var outcome = await act();
            // Refused, perhaps only because the other click has done it by now: "done already", "changed meanwhile".
            return outcome.IsDone || !await WasSentAsync(key, stop) ? outcome : Outcome.Done;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            store.ChangeTracker.Clear();
            if (await WasSentAsync(key, stop)) return Outcome.Done;
            throw;
        }
        finally
        {
            sent.State = EntityState.Detached;
        }
    }

    private Task<bool> WasSentAsync(Guid key, CancellationToken stop) => store.Set<SentForm>().AsNoTracking().AnyAsync(one => one.Id == key, stop);
}
