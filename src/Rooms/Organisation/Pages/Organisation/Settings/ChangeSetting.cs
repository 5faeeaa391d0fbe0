using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Organisation.Pages.Organisation.Settings;

/// <summary>Answers a setting for one organisation, or leaves it to the one above. Setting what is set is done.</summary>
internal sealed class ChangeSetting(Store store, IPlaces places, FindSettings findSettings, IOrganisationSettings kept, TimeProvider clock)
{
    /// <param name="values">Null: the answer from above holds again.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, Guid organisation, Setting setting, IReadOnlyList<int>? values, CancellationToken stop)
    {
        var place = (await places.CardsAsync(viewer, OrganisationPermissions.Settings, stop)).FirstOrDefault(one => one.Id == organisation);
        if (place is null) return Refusal.NotFound;

        var now = (await findSettings.ListAsync(place, stop)).First(one => one.Setting.Key == setting.Key);
        var own = now.By?.Id == organisation ? now.Text : null;
        var text = values is null ? null : Setting.Write(values);
        if (text == own) return Outcome.Done;

        await kept.SetAsync(organisation, setting.Key, text, stop);
        return await store.CommitAsync(viewer.Deed(organisation, clock.GetUtcNow()), [new SettingChanged(new RecordRef("organisation", organisation), setting.Key, text)], stop);
    }
}
