using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Storage.Walls;

/// <summary>
/// Opens every organisation to the rest of the running transaction, and to nothing after it. A reaction needs this: who may read a
/// record depends on people above the school (a trust's lead, an authority's officer) whom the person acting may not look up.
/// </summary>
public static class WholeHouse
{
    /// <param name="why">Which work it is for, as in <see cref="OrganisationScope.OpenTo"/>.</param>
    /// <exception cref="InvalidOperationException">No transaction is running.</exception>
    public static async Task OpenForThisWorkAsync(this Store store, string why, CancellationToken stop)
    {
        if (store.Database.CurrentTransaction is null) throw new InvalidOperationException($"'{why}' needs a transaction: without one it would open the house for good.");
        await store.Database.ExecuteSqlRawAsync(OrganisationScope.ForThisTransactionSql, stop);
    }
}
