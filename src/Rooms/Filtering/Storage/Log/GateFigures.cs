using Lifeguard.Filtering.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Storage.Log;

internal sealed class GateFigures(Store store) : IGateFigures
{
    public async Task<IReadOnlyList<CategoryFigure>> OfPersonAsync(Guid org, string person, DateOnly from, DateOnly to, CancellationToken stop)
    {
        var name = KnownNames.NameOf(person);
        var days = await store.Set<GatePersonDay>().AsNoTracking()
            .Where(day => day.Day >= from && day.Day <= to && store.Set<GatePerson>().Any(one => one.Org == org && one.Name == name && one.Id == day.Person))
            .Select(day => day.Detail).ToListAsync(stop);
        var tally = new DayTally();
        foreach (var day in days) tally.Add(day);
        var names = await CategoriesOfAsync(org, stop);
        return [.. tally.ByCategory().GroupBy(one => one.Category)
            .Select(group => new CategoryFigure(names.GetValueOrDefault(group.Key, ""), group.Sum(one => (long)one.Requests), group.Where(one => DayTally.IsRefused(one.Action)).Sum(one => (long)one.Requests)))
            .OrderByDescending(one => one.Requests)];
    }

    public async Task<IReadOnlyList<PersonFigure>> PeopleAsync(Guid org, DateOnly from, DateOnly to, int most, CancellationToken stop)
    {
        var sums = await store.Set<GatePersonDay>().AsNoTracking().Where(day => day.Org == org && day.Day >= from && day.Day <= to)
            .GroupBy(day => day.Person)
            .Select(group => new { Person = group.Key, Requests = group.Sum(day => (long)day.Requests), Refused = group.Sum(day => (long)day.Refused) })
            .OrderByDescending(sum => sum.Requests).Take(most).ToListAsync(stop);
        var people = sums.ConvertAll(sum => sum.Person);
        var names = await store.Set<GatePerson>().AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, stop);
        return sums.ConvertAll(sum => new PersonFigure(names.GetValueOrDefault(sum.Person, ""), sum.Requests, sum.Refused));
    }

    public async Task<IReadOnlyList<CategoryFigure>> CategoriesAsync(Guid org, DateOnly from, DateOnly to, CancellationToken stop)
    {
        var sums = await (
            from day in store.Set<GateCategoryDay>()
            where day.Org == org && day.Day >= @from && day.Day <= to
            join category in store.Set<GateCategory>() on day.Category equals category.Id
            group day by category.Name into days
            select new
            {
                Category = days.Key,
                Requests = days.Sum(day => day.Requests),
                Refused = days.Sum(day => day.Action == "block" || day.Action == "refuse" ? day.Requests : 0),
            }).AsNoTracking().ToListAsync(stop);
        return [.. sums.Select(sum => new CategoryFigure(sum.Category, sum.Requests, sum.Refused)).OrderByDescending(one => one.Requests)];
    }

    private Task<Dictionary<int, string>> CategoriesOfAsync(Guid org, CancellationToken stop) =>
        store.Set<GateCategory>().AsNoTracking().Where(one => one.Org == org).ToDictionaryAsync(one => one.Id, one => one.Name, stop);
}
