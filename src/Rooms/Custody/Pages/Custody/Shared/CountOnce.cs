using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>
/// What a form makes carries the form's own key, and no key commits twice: of two clicks one does it, and the other is answered as if it had.
/// </summary>
internal sealed class CountOnce(Store store)
{
    public Task<bool> IsThereAsync<T>(Guid key, CancellationToken stop) where T : class =>
        store.Set<T>().AsNoTracking().AnyAsync(one => EF.Property<Guid>(one, "Id") == key, stop);

    public async Task<Outcome> CommitAsync<T>(Guid key, Deed deed, IReadOnlyList<IHappened> news, CancellationToken stop) where T : class
    {
        try
        {
            return await store.CommitAsync(deed, news, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            store.ChangeTracker.Clear();
            if (await IsThereAsync<T>(key, stop)) return Outcome.Done;
            throw;
        }
    }
}
