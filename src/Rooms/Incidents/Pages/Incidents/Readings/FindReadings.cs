using Lifeguard.Incidents.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Readings;

/// <summary>Reads from the journal who opened a record, printed it, or met it in a list. Asked only for a record that the viewer may know of.</summary>
internal sealed class FindReadings(Store store)
{
    public const int PageSize = 50;

    public async Task<ReadingsFound> RunAsync(Guid incident, int? reader, int page, CancellationToken stop)
    {
        var all = Of(incident);
        var readers = await ReadersAsync(all, stop);
        var wanted = reader is { } number ? readers.FirstOrDefault(one => one.Number == number) : null;
        var rows = wanted is null ? all : all.Where(row => row.ByIdentity == wanted.Identity);
        var seals = store.Set<JournalSeal>();
        var found = await rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new { row.At, row.Act, row.Payload, Position = (long?)seals.Where(seal => seal.JournalId == row.Id).Max(seal => (long?)seal.Position) })
            .ToListAsync(stop);
        var unsealed = await all.CountAsync(row => !seals.Any(seal => seal.JournalId == row.Id), stop);
        return new ReadingsFound(
            [.. found.Select(row => new Reading(row.At, ReaderNames.In(row.Payload), HowIn(row.Act, row.Payload), row.Position))],
            readers, wanted?.Times ?? readers.Sum(one => one.Times), readers.Sum(one => one.Times), unsealed);
    }

    /// <summary>The newest attempts of people who may not know of the record, and how many there were.</summary>
    public async Task<(IReadOnlyList<Reading> Newest, int All)> AttemptsAsync(Guid incident, CancellationToken stop)
    {
        var refused = store.Set<JournalRow>().AsNoTracking().Where(row => row.RecordId == incident && row.RecordKind == Incident.Kind && row.Act == nameof(RecordRefused));
        var seals = store.Set<JournalSeal>();
        var newest = await refused.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(PageSize)
            .Select(row => new { row.At, row.Payload, Position = (long?)seals.Where(seal => seal.JournalId == row.Id).Max(seal => (long?)seal.Position) }).ToListAsync(stop);
        return ([.. newest.Select(row => new Reading(row.At, ReaderNames.In(row.Payload), "", row.Position))], newest.Count < PageSize ? newest.Count : await refused.CountAsync(stop));
    }

    private IQueryable<JournalRow> Of(Guid incident)
    {
        var lists = store.Database.SqlQuery<Guid>($"select lg_lists_naming({incident}) as \"Value\"");
        var journal = store.Set<JournalRow>().AsNoTracking();
        return journal.Where(row => row.RecordId == incident && row.RecordKind == Incident.Kind && row.Act == nameof(RecordRead))
            .Concat(journal.Where(row => lists.Contains(row.Id)));
    }

    private static async Task<IReadOnlyList<Reader>> ReadersAsync(IQueryable<JournalRow> all, CancellationToken stop)
    {
        var people = await all.GroupBy(row => row.ByIdentity)
            .Select(rows => new { Identity = rows.Key, Times = rows.Count(), First = rows.Min(row => row.At), Last = rows.Max(row => row.At) }).ToListAsync(stop);
        var names = await ReaderNames.AtAsync(all, people.Select(one => one.Last), stop);
        return [.. people.OrderBy(one => one.First).ThenBy(one => one.Identity)
            .Select((one, at) => new Reader(at + 1, one.Identity, names[(one.Identity, one.Last)].First(), one.Times, one.Last))];
    }

    private static string HowIn(string act, string? payload) => act == nameof(ListRead)
        ? JournalWords.Of(payload, nameof(ListRead.List)) switch
        {
            "desk" => "Saw it in the list on the desk",
            "child" => "Saw it in a child's chronology",
            "retention" => "Saw it in the list of what is due for review",
            "search" => "Saw it in a list of search results",
            _ => "Saw it in a list",
        }
        : JournalWords.Of(payload, nameof(RecordRead.How)) switch
        {
            "printed" => "Printed it",
            "exported" => "Exported it",
            "looked through" => "Looked through it for somebody's request about their data",
            ReadingsModel.How => "Looked at who saw it",
            _ => "Opened it",
        };
}
