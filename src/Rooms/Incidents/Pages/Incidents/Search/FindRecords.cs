using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Search;

/// <summary>
/// Finds records by names, by words of reports and notes, by type in any of its names, and by filters. Whatever a look-up
/// brings, only records that pass the viewer's own question are counted or shown.
/// </summary>
internal sealed class FindRecords(Store store, IPeople people, IReference reference, MatchOperator matchOperator)
{
    /// <summary>More than this is not a finding but a pile: the page asks for narrower words.</summary>
    public const int Most = 200;

    private const int MostPeople = 50;
    private const int MostLookedUp = 5_000;

    /// <returns>Up to one more than <see cref="Most"/>, newest first.</returns>
    public async Task<IReadOnlyList<Shown>> RunAsync(Viewer viewer, Wanted? wanted, SearchFilters filters, CancellationToken stop)
    {
        var records = Narrowed(store.IncidentsFor(viewer).AsNoTracking(), filters);
        if (wanted is not null)
        {
            var found = await LookUpAsync(viewer, wanted, filters.School, stop);
            var types = TypesOf(wanted);
            records = types.Count == 0
                ? records.Where(one => found.Contains(one.Id))
                : records.Where(one => found.Contains(one.Id) || one.Types.Any(type => types.Contains(type)));
        }

        return await records.OrderByDescending(one => one.RaisedAt).ThenBy(one => one.Id).Take(Most + 1).Select(one => new Shown(one.Org, one.Id)).ToListAsync(stop);
    }

    /// <summary>Types that go by these words, today or earlier.</summary>
    public IReadOnlyList<string> TypesOf(Wanted wanted) =>
        [.. reference.FindIncidentTypes(wanted.Words).Where(type => TypeNames.Fit(type, wanted.Words)).Select(type => type.Key)];

    private async Task<IReadOnlyCollection<Guid>> LookUpAsync(Viewer viewer, Wanted wanted, Guid? school, CancellationToken stop)
    {
        var persons = await PersonsAsync(viewer, wanted, school, stop);
        var involved = store.Set<Involvement>().Where(one => one.RemovedAt == null);
        var found = persons.Count == 0
            ? []
            : (await involved.Where(one => one.PersonId != null && persons.Contains(one.PersonId.Value)).Select(one => one.IncidentId).Distinct().ToListAsync(stop)).ToHashSet();
        if (!await matchOperator.IsMarkedAsync(stop))
        {
            found.UnionWith(await store.Database.SqlQuery<Guid>($"select lg_search({wanted.Words}, {wanted.Named}, {MostLookedUp}) as \"Value\"").ToListAsync(stop));
            return found;
        }

        found.UnionWith(await store.Set<Report>().Where(one => one.Search.Matches(EF.Functions.WebSearchToTsQuery("english", wanted.Words))).Select(one => one.IncidentId)
            .Union(store.Set<Entry>().Where(one => one.Search.Matches(EF.Functions.WebSearchToTsQuery("english", wanted.Words))).Select(one => one.IncidentId))
            .Union(involved.Where(one => one.Search.Matches(EF.Functions.ToTsQuery("simple", wanted.Named))).Select(one => one.IncidentId))
            // Keys begin with the time, so the newest are kept when there are too many.
            .OrderByDescending(id => id).Take(MostLookedUp).ToListAsync(stop));
        return found;
    }

    private async Task<List<Guid>> PersonsAsync(Viewer viewer, Wanted wanted, Guid? school, CancellationToken stop)
    {
        var desks = IncidentVisibility.DesksOf(viewer).Values.SelectMany(orgs => orgs).ToHashSet();
        IEnumerable<Guid> schools = school is { } one ? [one] : desks.Count > 0 ? desks : viewer.Organisations;
        List<Guid> persons = [];
        foreach (var each in schools)
            persons.AddRange((await people.FindAsync(viewer, each, wanted.Words, [], MostPeople, stop)).Select(card => card.Id));
        return persons;
    }

    private static IQueryable<Incident> Narrowed(IQueryable<Incident> records, SearchFilters filters)
    {
        records = filters.State switch
        {
            RecordState.Concern => records.Where(one => one.TakenOnAt == null && one.Closure!.Reason == null),
            RecordState.Incident => records.Where(one => one.TakenOnAt != null && one.Closure!.Reason == null),
            RecordState.Open => records.Where(one => one.Closure!.Reason == null),
            RecordState.Closed => records.Where(one => one.Closure!.Reason != null),
            _ => records,
        };
        if (filters.Type is { } type) records = records.Where(one => one.Types.Contains(type));
        if (filters.Place is { } place) records = records.Where(one => one.Form.Place == place);
        if (filters.App is { } app) records = records.Where(one => one.Form.WhereOnline.Contains(app));
        if (filters.School is { } school) records = records.Where(one => one.Org == school);
        if (filters.From is { } from)
        {
            var start = UkTime.Midnight(from);
            records = records.Where(one => one.RaisedAt >= start);
        }

        if (filters.To is { } to)
        {
            var end = UkTime.Midnight(to.AddDays(1));
            records = records.Where(one => one.RaisedAt < end);
        }

        return records;
    }
}
