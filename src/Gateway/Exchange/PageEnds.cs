using System.Collections.Concurrent;

namespace Lifeguard.Gateway.Exchange;

/// <summary>
/// Lines that have written a page but for its end, and one timer that wakes them to write that too. Squid 5.7 that reads a page and its end
/// at once takes the page for cut off and closes the browser's connection behind it, which costs it more than the page.
/// </summary>
internal sealed class PageEnds : IDisposable
{
    /// <summary>One turn of a busy Squid, so that it has read what came first. The browser has all of the page meanwhile.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(4);

    // A timer is no more exact.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentQueue<(IcapLine Line, long Since)> _waiting = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private int _isTimed;

    public PageEnds(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>The line is to be woken in a moment. It may write its page's end sooner; then being woken does nothing.</summary>
    public void Add(IcapLine line)
    {
        _waiting.Enqueue((line, _clock.GetTimestamp()));
        if (Interlocked.Exchange(ref _isTimed, 1) == 0) _timer.Change(Wait, Timeout.InfiniteTimeSpan);
    }

    // Never twice at one time: whoever finds the word that it is timed leaves it alone.
    private void Wake()
    {
        do
        {
            while (_waiting.TryPeek(out var next))
            {
                var left = Wait - _clock.GetElapsedTime(next.Since);
                if (left > Soon)
                {
                    _timer.Change(left, Timeout.InfiniteTimeSpan);
                    return;
                }

                if (_waiting.TryDequeue(out next)) next.Line.Wake();
            }

            Volatile.Write(ref _isTimed, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isTimed, 1) == 0);
    }
}
