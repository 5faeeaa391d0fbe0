using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.Settings;

/// <summary>What is settled for one organisation, and by whom: itself, one above it, or nobody.</summary>
internal sealed class FindSettings(Store store, IOrganisations organisations, IEnumerable<Setting> settings)
{
    public async Task<IReadOnlyList<SettledAs>> ListAsync(OrganisationCard place, CancellationToken stop)
    {
        List<OrganisationCard> upwards = [place, .. await organisations.AncestorsAsync(place.Id, stop)];
        var ids = upwards.ConvertAll(one => one.Id);
        var set = await store.Set<OrganisationSetting>().AsNoTracking().Where(one => ids.Contains(one.Org)).ToListAsync(stop);
        return [.. settings.OrderBy(one => one.Group, StringComparer.Ordinal).Select(setting => Settled(setting, upwards, set))];
    }

    private static SettledAs Settled(Setting setting, List<OrganisationCard> upwards, List<OrganisationSetting> set)
    {
        var nearest = upwards.Find(place => TextOf(place) is not null);
        return new SettledAs(setting, nearest is null ? null : TextOf(nearest), nearest);

        string? TextOf(OrganisationCard place) => set.Find(one => one.Org == place.Id && one.Key == setting.Key)?.Value;
    }
}

/// <param name="Text">As it is kept; null where nobody has set it.</param>
/// <param name="By">Who set it; null where nobody has.</param>
internal sealed record SettledAs(Setting Setting, string? Text, OrganisationCard? By)
{
    public IReadOnlyList<int> Values => Setting.Read(Text);

    /// <summary>Something is set that does not fit, as an older version may have let it: the usual answer holds.</summary>
    public bool IsMisset => Text is not null && !Setting.Fits(Text);
}
