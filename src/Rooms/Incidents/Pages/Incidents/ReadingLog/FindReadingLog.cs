using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Readings;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.ReadingLog;

/// <summary>
/// A year of readings in figures: how often records were opened, month by month and person by person. It counts the records that the
/// viewer may know of and no others, so no figure hints at one that is kept from them.
/// </summary>
internal sealed class FindReadingLog(Store store, TimeProvider clock)
{
    private const int Months = 12;
    private static readonly string[] Acts = [nameof(RecordRead), nameof(RecordRefused)];

    public async Task<ReadingYear> RunAsync(Viewer viewer, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var since = UkTime.Midnight(first);
        var mine = store.IncidentsFor(viewer).Select(incident => incident.Id);
        var journal = store.Set<JournalRow>().AsNoTracking().Where(row => row.RecordKind == Incident.Kind && Acts.Contains(row.Act) && row.At >= since && mine.Contains(row.RecordId));
        var counts = await journal
            .Select(row => new { row.ByIdentity, row.Act, row.At, Wall = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(row.At.UtcDateTime, UkTime.Zone) })
            .GroupBy(row => new { row.ByIdentity, row.Act, row.Wall.Year, row.Wall.Month })
            .Select(rows => new Counted(rows.Key.ByIdentity, rows.Key.Act, rows.Key.Year, rows.Key.Month, rows.Count(), rows.Max(row => row.At)))
            .ToListAsync(stop);

        var months = counts.ToLookup(one => (one.Year, one.Month));
        var people = counts.GroupBy(one => one.By).Select(own => (By: own.Key, Last: own.Max(one => one.Last), Counts: own.ToList())).ToList();
        var names = await ReaderNames.AtAsync(journal, people.Select(one => one.Last), stop);
        return new ReadingYear(
            [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(month => new ReadingMonth(month, Read(months[(month.Year, month.Month)]), Refused(months[(month.Year, month.Month)])))],
            [.. people.Select(one => new ReadingPerson(names[(one.By, one.Last)].First(), Read(one.Counts), Refused(one.Counts), one.Last))
                .OrderByDescending(one => one.Read).ThenBy(one => one.Name, StringComparer.CurrentCulture)]);
    }

    private static int Read(IEnumerable<Counted> counts) => counts.Where(one => one.Act == nameof(RecordRead)).Sum(one => one.Times);

    private static int Refused(IEnumerable<Counted> counts) => counts.Where(one => one.Act == nameof(RecordRefused)).Sum(one => one.Times);

    private sealed record Counted(Guid? By, string Act, int Year, int Month, int Times, DateTimeOffset Last);
}

internal sealed record ReadingYear(IReadOnlyList<ReadingMonth> Months, IReadOnlyList<ReadingPerson> People);

/// <param name="Read">How often records were opened, printed or exported.</param>
/// <param name="Refused">How often somebody asked for one that they may not know of.</param>
internal sealed record ReadingMonth(DateOnly First, int Read, int Refused);

internal sealed record ReadingPerson(string Name, int Read, int Refused, DateTimeOffset Last);
