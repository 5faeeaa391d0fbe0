using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.ReadingLog;

/// <summary>
/// A year of readings in figures: how often records were opened, month by month and person by person. It counts the records that the
/// viewer may know of and no others, so no figure hints at one that is kept from them.
/// </summary>
internal sealed class FindReadingLog(Store store, IPeople people, TimeProvider clock)
{
    private const int Months = 12;
    private static readonly string[] Acts = [nameof(RecordRead), nameof(RecordRefused)];

    public async Task<ReadingYear> RunAsync(Viewer viewer, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var since = UkTime.First(first.ToDateTime(TimeOnly.MinValue)).ToUniversalTime();
        var mine = store.IncidentsFor(viewer).Select(incident => incident.Id);
        var rows = await store.Set<JournalRow>().AsNoTracking()
            .Where(row => row.RecordKind == Incident.Kind && Acts.Contains(row.Act) && row.At >= since && mine.Contains(row.RecordId))
            .GroupBy(row => new { row.ByIdentity, row.Act, row.At.Year, row.At.Month })
            .Select(rows => new { rows.Key.ByIdentity, rows.Key.Act, rows.Key.Year, rows.Key.Month, Times = rows.Count(), Records = rows.Select(row => row.RecordId).Distinct().Count(), Last = rows.Max(row => row.At) })
            .ToListAsync(stop);

        var identities = rows.Select(row => row.ByIdentity).OfType<Guid>().Distinct().ToList();
        var names = (await people.RowsOfAsync(identities, stop)).GroupBy(card => card.IdentityId).ToDictionary(cards => cards.Key, cards => cards.First().Name);
        var months = Enumerable.Range(0, Months).Select(first.AddMonths).Select(month => new ReadingMonth(month,
            rows.Where(row => IsIn(row.Year, row.Month, month) && row.Act == nameof(RecordRead)).Sum(row => row.Times),
            rows.Where(row => IsIn(row.Year, row.Month, month) && row.Act == nameof(RecordRefused)).Sum(row => row.Times)));
        var readers = rows.GroupBy(row => row.ByIdentity).Select(own => new ReadingPerson(
            own.Key is { } identity ? names.GetValueOrDefault(identity, "Somebody who is no longer here") : "Lifeguard itself",
            own.Where(row => row.Act == nameof(RecordRead)).Sum(row => row.Times),
            own.Where(row => row.Act == nameof(RecordRefused)).Sum(row => row.Times),
            own.Max(row => row.Last)));
        return new ReadingYear([.. months], [.. readers.OrderByDescending(one => one.Read).ThenBy(one => one.Name, StringComparer.CurrentCulture)]);
    }

    private static bool IsIn(int year, int month, DateOnly first) => year == first.Year && month == first.Month;
}

internal sealed record ReadingYear(IReadOnlyList<ReadingMonth> Months, IReadOnlyList<ReadingPerson> People);

/// <param name="Read">How often records were opened, printed or exported.</param>
/// <param name="Refused">How often somebody asked for one that they may not know of.</param>
internal sealed record ReadingMonth(DateOnly First, int Read, int Refused);

internal sealed record ReadingPerson(string Name, int Read, int Refused, DateTimeOffset Last);
