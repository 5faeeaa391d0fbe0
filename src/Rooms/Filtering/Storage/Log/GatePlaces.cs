using Lifeguard.Filtering.Model;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>Whose gate it is.</summary>
internal sealed class GatePlaces(GateSettings settings, IOrganisations organisations, Store store)
{
    /// <summary>The organisation that the settings name; else the only school; else the one at the top. Null in a house without any, or without that one.</summary>
    public async Task<Guid?> OwnerAsync(CancellationToken stop)
    {
        var all = await organisations.AllAsync(stop);
        if (settings.School is { } named)
            return all.FirstOrDefault(one => one.Name.Equals(named, StringComparison.OrdinalIgnoreCase) || one.Id.ToString().Equals(named, StringComparison.OrdinalIgnoreCase))?.Id;
        var schools = all.Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting).ToList();
        return (schools.Count == 1 ? schools[0] : all.Where(one => one.ParentId is null).OrderBy(one => one.Id).FirstOrDefault())?.Id;
    }

    /// <summary>Every organisation of which something was loaded.</summary>
    public async Task<IReadOnlyList<Guid>> KnownAsync(CancellationToken stop) => await store.Set<GatePlace>().AsNoTracking().Select(one => one.Org).ToListAsync(stop);
}
