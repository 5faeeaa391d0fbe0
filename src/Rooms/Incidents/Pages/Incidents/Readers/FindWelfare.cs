using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>
/// The children's welfare beside an allegation, from its side alone: where it stands and what was let cross, never its notes.
/// The reading is journalled on the allegation; on the other record it would tell its readers who holds this one.
/// </summary>
internal sealed class FindWelfare(Store store, IncidentPages pages, FindPeople people)
{
    public async Task<IReadOnlyList<WelfareRow>> BesideAsync(Guid allegationId, CancellationToken stop)
    {
        var welfares = await (from pair in store.Set<WelfareBeside>()
                              where pair.AllegationId == allegationId
                              join one in store.Set<Incident>() on pair.WelfareId equals one.Id
                              orderby one.RaisedAt
                              select one).AsNoTracking().ToListAsync(stop);
        var rows = new List<WelfareRow>();
        foreach (var one in welfares)
        {
            var crossed = await (from entry in store.Set<Entry>()
                                 where entry.IncidentId == one.Id
                                 join row in store.Set<JournalRow>() on entry.JournalId equals row.Id
                                 where row.Act == nameof(CrossedToWelfare)
                                 orderby entry.EnteredAt
                                 select new PassedOn(entry.EnteredAt, entry.Text)).ToListAsync(stop);
            rows.Add(new WelfareRow(one.Reference, one.OpenedAt, one.IsClosed, await pages.ReadersAsync(one, stop), await people.OnAsync(one.Id, stop), crossed));
        }

        return rows;
    }
}

internal sealed record WelfareRow(
    RandomReference Reference, DateTimeOffset? OpenedAt, bool IsClosed, IReadOnlyList<string> Readers, IReadOnlyList<PersonRow> Children, IReadOnlyList<PassedOn> Crossed);

internal sealed record PassedOn(DateTimeOffset At, string Text);
