using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Readings;

/// <summary>Who did what a journal row says, by the name they had at that moment: they may have left since, or belong where the viewer does not reach.</summary>
internal static class ReaderNames
{
    public const string Erased = "Erased";

    /// <summary>The names in the rows of these moments.</summary>
    public static async Task<ILookup<(Guid? By, DateTimeOffset At), string>> AtAsync(IQueryable<JournalRow> rows, IEnumerable<DateTimeOffset> moments, CancellationToken stop)
    {
        var ends = moments.ToList();
        return (await rows.Where(row => ends.Contains(row.At)).Select(row => new { row.ByIdentity, row.At, row.Payload }).ToListAsync(stop))
            .ToLookup(row => (row.ByIdentity, row.At), row => In(row.Payload));
    }

    public static string In(string? payload) => JournalWords.ByName(payload) ?? Erased;
}
