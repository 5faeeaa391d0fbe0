using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;

namespace Lifeguard.Incidents.Reactions;

/// <summary>Decides again who reads each of these records, because a role, a relation or an identity changed, and tells desks that are new to one.</summary>
internal sealed class PlaceAgain(Store store, Placing placing, Notices notices)
{
    /// <summary>
    /// Makes what has just happened visible to questions, and opens every organisation for the rest of the transaction: the person who
    /// gives a role may see less than the routing must (a trust's lead above the school, a record in another school that names the same person).
    /// </summary>
    public async Task BeginAsync(CancellationToken stop)
    {
        await store.SaveChangesAsync(stop);
        await store.OpenForThisWorkAsync("placing again", stop);
    }

    public async Task RunAsync(IEnumerable<Incident> records, string because, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var record in records)
        {
            var before = record.Desks.ToList();
            foreach (var news in await placing.AgainAsync(record, because, at, stop)) store.Also(news);
            if (record.IsClosed) continue;
            foreach (var desk in record.Desks.Except(before)) await notices.RaisedToAsync(record, Enum.Parse<Desk>(desk), at, stop);
        }
    }
}
