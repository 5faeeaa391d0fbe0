using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Duties.Pages.Duties.Year;

/// <summary>Says in which hours somebody reads what comes in, and moves the open duties that count them.</summary>
internal sealed class SetSchoolHours(Store store, FindPlaces findPlaces, ITermDates termDates, WorkingTime workingTime, IOrganisationSettings settings, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid school, OpeningHours hours, CancellationToken stop)
    {
        if ((await findPlaces.SchoolsAsync(viewer, stop)).All(one => one.Id != school)) return Refusal.NotFound;
        if (!hours.OpensOnWeekdays) return Refusals.NeverOpen;

        var text = hours.ToString();
        if (await settings.ValueAsync(school, DutySettingKeys.SchoolHours, stop) == text) return Outcome.Done;

        await settings.SetAsync(school, DutySettingKeys.SchoolHours, text, stop);
        var calendar = await workingTime.ForAsync(school, await termDates.ListAsync(school, stop), text, stop);
        var moved = await store.MoveDutiesAsync(school, calendar, stop);
        return await store.CommitAsync(viewer.Deed(school, clock.GetUtcNow()), [new SchoolHoursSet(new RecordRef("organisation", school), text), .. moved], stop);
    }
}
