using System.Collections.Concurrent;

namespace Lifeguard.Storage.Almanac;

/// <summary>What this process has read of the newest edition it has met. Another edition throws it away whole.</summary>
internal sealed class AlmanacShelf
{
    // Far more than the people of a partnership who work at once; a bound all the same.
    private const int Most = 50_000;

    private volatile Kept _kept = new(Guid.Empty);

    public ConcurrentDictionary<(string Scope, string What), object> Of(Guid mark)
    {
        var kept = _kept;
        // Two requests may disagree for a moment, each with what it met; then one reads anew, and nobody reads wrong.
        if (kept.Mark != mark || kept.Pages.Count > Most) _kept = kept = new Kept(mark);
        return kept.Pages;
    }

    private sealed class Kept(Guid mark)
    {
        public Guid Mark { get; } = mark;

        public ConcurrentDictionary<(string Scope, string What), object> Pages { get; } = new();
    }
}
