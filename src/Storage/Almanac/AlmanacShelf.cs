namespace Lifeguard.Storage.Almanac;

/// <summary>What this process has read of the newest edition it has met. Another edition throws it away whole.</summary>
internal sealed class AlmanacShelf
{
    private volatile AlmanacPages _pages = new(Guid.Empty);

    public AlmanacPages Of(Guid mark)
    {
        var pages = _pages;
        // Two requests may disagree for a moment, each with what it met; then one reads anew, and nobody reads wrong.
        if (pages.Mark != mark || pages.AreFull) _pages = pages = new AlmanacPages(mark);
        return pages;
    }
}
