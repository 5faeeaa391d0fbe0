using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Storage.Almanac;

/// <summary>
/// Keeps in memory what changes seldom and every page asks: the tree of organisations, who holds which role. A room marks the tables
/// (<see cref="KeptInAlmanac"/>); any change to one of them, by whatever means and from whichever copy of the site, is a new edition,
/// and the request after it reads afresh. What is kept must not change in the reader's hands.
/// </summary>
public sealed class Almanac
{
    private readonly Store _store;
    private readonly OrganisationScope _scope;
    private readonly Edition _edition;
    private readonly AlmanacShelf _shelf;

    internal Almanac(Store store, OrganisationScope scope, Edition edition, AlmanacShelf shelf) =>
        (_store, _scope, _edition, _shelf) = (store, scope, edition, shelf);

    /// <param name="what">Names the question with everything it depends on, the day included. What the second wall shows is added here.</param>
    /// <param name="look">Asks the database.</param>
    public async ValueTask<T> ReadAsync<T>(string what, Func<Task<T>> look)
    {
        // Inside a transaction there may be changes that nobody else sees yet.
        if (_edition.Mark is not { } mark || _store.Database.CurrentTransaction is not null) return await look();

        var pages = _shelf.Of(mark);
        if (pages.TryRead(_scope.List, what, out var kept)) return (T)kept;

        var read = await look();
        if (read is not null) pages.Keep(_scope.List, what, read);
        return read;
    }

    /// <summary>The same for several things of one kind, of which some may be kept already; what is not there is missing in the answer.</summary>
    /// <param name="kind">Names the question without the thing it is asked about.</param>
    /// <param name="look">Asks the database about those that are not kept.</param>
    public async Task<IReadOnlyDictionary<Guid, T>> ReadEachAsync<T>(string kind, IReadOnlyCollection<Guid> ids, Func<IReadOnlyCollection<Guid>, Task<IReadOnlyDictionary<Guid, T>>> look)
        where T : class
    {
        if (_edition.Mark is not { } mark || _store.Database.CurrentTransaction is not null) return await look(ids);

        var pages = _shelf.Of(mark);
        var found = new Dictionary<Guid, T>(ids.Count);
        List<Guid> missing = [];
        foreach (var id in ids)
        {
            if (pages.TryRead(_scope.List, $"{kind} {id}", out var kept)) found[id] = (T)kept;
            else missing.Add(id);
        }

        if (missing.Count == 0) return found;
        foreach (var (id, read) in await look(missing))
        {
            pages.Keep(_scope.List, $"{kind} {id}", read);
            found[id] = read;
        }

        return found;
    }
}
