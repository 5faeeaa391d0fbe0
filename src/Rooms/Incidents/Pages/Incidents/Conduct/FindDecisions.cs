using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Conduct;

/// <summary>
/// Decisions about conduct side by side, so that like cases are decided alike: by category and year group, without a name. What was taken
/// back is left out; of a record that the viewer may not read nothing is counted, whoever decided it.
/// </summary>
internal sealed class FindDecisions(Store store, FindMatrix findMatrix)
{
    /// <summary>School years in which something was decided, by the year in which they began, the newest first; this one always.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Viewer viewer, Guid org, DateOnly today, CancellationToken stop)
    {
        var first = await MetBy(viewer, org).MinAsync(one => (DateTimeOffset?)one.At, stop);
        var (oldest, newest) = (UkTime.SchoolYear(first is { } at ? UkTime.DateOf(at) : today), UkTime.SchoolYear(today));
        return [.. Enumerable.Range(oldest, newest - oldest + 1).Reverse()];
    }

    public async Task<IReadOnlyList<ComparedCategory>> OfAsync(Viewer viewer, Guid org, int year, CancellationToken stop)
    {
        var (from, before) = (UkTime.Midnight(UkTime.FirstOfSchoolYear(year)), UkTime.Midnight(UkTime.FirstOfSchoolYear(year + 1)));
        var met = await MetBy(viewer, org).Where(one => one.TakenBackAt == null && one.At < before).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop);
        var shown = met.Where(one => one.At >= from).ToList();
        var ids = shown.Select(one => one.IncidentId).Distinct().ToList();
        var records = await store.IncidentsFor(viewer).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Reference, stop);
        var order = ((await findMatrix.OfAsync(org, stop))?.Categories ?? ConductMatrix.Usually).Select((one, at) => (one.Key, at)).ToDictionary(one => one.Key, one => one.at);
        return
        [
            .. shown.GroupBy(one => one.Category).OrderBy(same => order.GetValueOrDefault(same.Key, int.MaxValue)).ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new ComparedCategory(same.Last().CategoryTitle, [.. same.Select(one => new ComparedDecision(
                    one.At, one.YearGroup ?? "", met.Count(other => one.PersonId is not null && other.PersonId == one.PersonId && other.At < one.At), one.Options, records[one.IncidentId]))])),
        ];
    }

    private IQueryable<Sanction> MetBy(Viewer viewer, Guid org) =>
        store.Set<Sanction>().AsNoTracking().Where(one => one.Org == org && store.IncidentsFor(viewer).Any(record => record.Id == one.IncidentId));
}

/// <summary>What was decided in one category of the matrix.</summary>
internal sealed record ComparedCategory(string Title, IReadOnlyList<ComparedDecision> Decisions)
{
    /// <summary>Year groups as they are counted; empty stands for adults and for whoever the roster does not name.</summary>
    public IReadOnlyList<string> Groups => [.. Decisions.Select(one => one.Group).Distinct().OrderBy(group => group.Length == 0).ThenBy(group => group.Length).ThenBy(group => group, StringComparer.Ordinal)];

    public IReadOnlyList<string> Options => [.. Decisions.SelectMany(one => one.Options).GroupBy(option => option).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key)];

    public int Count(string option, string group) => Decisions.Count(one => one.Group == group && one.Options.Contains(option));
}

/// <param name="Earlier">How many decisions about the same person came before it.</param>
internal sealed record ComparedDecision(DateTimeOffset At, string Group, int Earlier, IReadOnlyList<string> Options, RandomReference Record);
