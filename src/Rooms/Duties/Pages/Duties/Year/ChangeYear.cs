using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Duties.Pages.Duties.Year;

/// <summary>Adds a period to a school's year or takes one out. Adding what is there, or taking out what is gone, is done.</summary>
internal sealed class ChangeYear(FindPlaces findPlaces, ITermDates termDates, TimeProvider clock)
{
    public Task<Outcome> AddAsync(Viewer viewer, Guid school, TermPeriod period, CancellationToken stop) =>
        ChangeAsync(viewer, school, periods => periods.Contains(period) ? periods : [.. periods, period], stop);

    public Task<Outcome> TakeOutAsync(Viewer viewer, Guid school, TermPeriod period, CancellationToken stop) =>
        ChangeAsync(viewer, school, periods => [.. periods.Where(one => one != period)], stop);

    private async Task<Outcome> ChangeAsync(Viewer viewer, Guid school, Func<IReadOnlyList<TermPeriod>, IReadOnlyList<TermPeriod>> change, CancellationToken stop)
    {
        if ((await findPlaces.SchoolsAsync(viewer, stop)).All(one => one.Id != school)) return Refusal.NotFound;

        var before = await termDates.ListAsync(school, stop);
        var after = change(before);
        if (after.Count == before.Count) return Outcome.Done;
        return await termDates.ReplaceAsync(after, viewer.Deed(school, clock.GetUtcNow()), stop);
    }
}
