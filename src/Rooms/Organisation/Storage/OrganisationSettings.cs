using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class OrganisationSettings(Store store, IOrganisations organisations) : IOrganisationSettings
{
    public async Task<string?> ValueAsync(Guid org, string key, CancellationToken stop)
    {
        List<Guid> chain = [org, .. (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id)];
        var values = await store.Set<OrganisationSetting>().AsNoTracking().Where(one => one.Key == key && chain.Contains(one.Org)).ToListAsync(stop);
        return values.MinBy(one => chain.IndexOf(one.Org))?.Value;
    }

    public async Task SetAsync(Guid org, string key, string? value, CancellationToken stop)
    {
        var own = await store.Set<OrganisationSetting>().SingleOrDefaultAsync(one => one.Org == org && one.Key == key, stop);
        if (value is null)
        {
            if (own is not null) store.Remove(own);
        }
        else if (own is null)
        {
            store.Add(new OrganisationSetting { Org = org, Key = key, Value = value });
        }
        else
        {
            own.Value = value;
        }
    }
}
