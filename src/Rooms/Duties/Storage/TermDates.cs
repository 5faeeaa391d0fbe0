using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Model.Calendar;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

internal sealed class TermDates(Store store, WorkingTime workingTime) : ITermDates
{
    public async Task<IReadOnlyList<TermPeriod>> ListAsync(Guid organisation, CancellationToken stop)
    {
        var terms = await store.Set<TermDate>().AsNoTracking().Where(term => term.Org == organisation).OrderBy(term => term.FirstDay).ToListAsync(stop);
        return [.. terms.Select(term => term.Period())];
    }

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> LastDaysAsync(IReadOnlyCollection<Guid> organisations, CancellationToken stop) =>
        await store.Set<TermDate>().Where(term => organisations.Contains(term.Org)).GroupBy(term => term.Org)
            .Select(terms => new { Org = terms.Key, Last = terms.Max(term => term.LastDay) }).ToDictionaryAsync(one => one.Org, one => one.Last, stop);

    public async Task<Outcome> ReplaceAsync(IReadOnlyList<TermPeriod> periods, Deed deed, CancellationToken stop)
    {
        if (Refusals.Of(periods) is { Count: > 0 } refusals) return Outcome.Refused(refusals);

        var terms = store.Set<TermDate>();
        terms.RemoveRange(await terms.Where(term => term.Org == deed.Organisation).ToListAsync(stop));
        terms.AddRange(periods.Select(period => new TermDate
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = deed.Organisation,
            Kind = period.Kind,
            Name = period.Name,
            FirstDay = period.First,
            LastDay = period.Last,
        }));

        var calendar = await workingTime.ForAsync(deed.Organisation, periods, stop);
        var moved = await store.MoveDutiesAsync(deed.Organisation, calendar, stop);
        var entered = new TermDatesEntered(
            new RecordRef("organisation", deed.Organisation), periods.Min(period => period.First), periods.Max(period => period.Last), periods.Count);
        return await store.CommitAsync(deed, [entered, .. moved], stop);
    }
}
