using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Content;

/// <summary>Adds up the weights of phrases in a page as it passes, across the borders of its pieces. One for each answer; not for two threads.</summary>
public sealed class PageReader
{
    internal PageReader() { }

    public int Score { get; private set; }

    /// <summary>Reads the next piece. True when the page is over the limit: it is to be stopped.</summary>
    public bool Read(ReadOnlySpan<byte> piece) => throw new NotSupportedException();

    /// <summary>The verdict for a page that is over the limit.</summary>
    public Verdict Verdict => throw new NotSupportedException();

    /// <summary>The phrases that counted most, for whoever explains; at most ten.</summary>
    public IReadOnlyList<(string Phrase, int Weight, int Times)> Found => throw new NotSupportedException();
}
