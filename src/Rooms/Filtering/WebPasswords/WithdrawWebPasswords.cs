using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.WebPasswords;

/// <summary>Takes passwords for the web away, as part of the caller's transaction.</summary>
internal static class WithdrawWebPasswords
{
    /// <returns>A piece of news for each that there was.</returns>
    public static async Task<IReadOnlyList<IHappened>> RunAsync(Store store, IReadOnlyList<Guid> identities, string because, CancellationToken stop)
    {
        var kept = await store.Set<WebPassword>().Where(one => identities.Contains(one.IdentityId)).ToListAsync(stop);
        store.RemoveRange(kept);
        return [.. kept.Select(one => new WebPasswordWithdrawn(one.Ref, one.IdentityId, because))];
    }
}
