using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

/// <summary>
/// The second wall was set when the connection opened. Organisations made since then in the same transaction are let in
/// for the rest of that transaction alone.
/// </summary>
internal static class WallExtension
{
    public static Task LetNewOrganisationsInAsync(this Store store, CancellationToken stop) => store.Database.ExecuteSqlAsync(
        $"select set_config('lg.orgs', (select array_agg(id)::text from organisation), true)", stop);
}
