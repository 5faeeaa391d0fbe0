using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>
/// Keeps a record as it is while an act decides: closing depends on rows beside the record's own, so its row version alone would let a
/// closing and a new action pass each other. Held until the work ends; ask what is true after holding, never before.
/// </summary>
internal static class Holding
{
    /// <summary>For an act that adds to a record: others may add as well, nobody can close it meanwhile.</summary>
    public static Task HoldOpenAsync(this Store store, Guid incidentId, CancellationToken stop) =>
        store.InWork().ExecuteSqlAsync($"select 1 from incident where id = {incidentId} for share", stop);

    /// <summary>For an act that depends on all that hangs on a record: nobody adds to it meanwhile.</summary>
    public static Task HoldAloneAsync(this Store store, Guid incidentId, CancellationToken stop) =>
        store.InWork().ExecuteSqlAsync($"select 1 from incident where id = {incidentId} for no key update", stop);

    /// <summary>For taking a record out: nobody adds to it, changes it or opens it again meanwhile.</summary>
    public static Task HoldToEraseAsync(this Store store, Guid incidentId, CancellationToken stop) =>
        store.InWork().ExecuteSqlAsync($"select 1 from incident where id = {incidentId} for update", stop);

    private static Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade InWork(this Store store) =>
        store.Database.CurrentTransaction is null ? throw new InvalidOperationException("Begin the work first: a hold without it lasts no longer than itself.") : store.Database;
}
