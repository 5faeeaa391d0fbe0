namespace Lifeguard.Filtering.WebPasswords;

/// <summary>
/// Bounds guessing at passwords for the web: for each name that has one, and in all. It touches no sign-in of ours. Whoever was found right in
/// the last minutes is not counted, so nobody who browses is shut out by somebody who guesses at their name.
/// </summary>
internal sealed class WebGuesses(TimeProvider clock)
{
    private const int OfOneName = 10;
    private const int OfAll = 2_000;
    private const int MostKnown = 10_000;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _guesses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DateTimeOffset> _right = [];
    private DateTimeOffset _since;
    private int _all;

    /// <summary>Guesses of the last minutes, whoever they were about.</summary>
    public int All
    {
        get
        {
            lock (_lock) return _all;
        }
    }

    /// <summary>Counts a try before it is looked at, so that a hundred at once are a hundred. False: whatever it says, it is refused.</summary>
    public bool MayTry(string name)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now - _since >= Within) (_since, _all) = Anew(now);
            if (_all >= OfAll || _guesses.GetValueOrDefault(name) >= OfOneName) return false;
            _guesses[name] = _guesses.GetValueOrDefault(name) + 1;
            _all++;
            return true;
        }
    }

    /// <summary>It was right: it was no guess, and is known for some minutes.</summary>
    public void WasRight(string name, string mark)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_guesses.GetValueOrDefault(name) > 0)
            {
                _guesses[name]--;
                _all--;
            }

            if (_right.Count >= MostKnown) Tidy(now);
            _right[mark] = now + KnownFor;
        }
    }

    /// <summary>Whether it was found right lately; whoever goes on browsing goes on being known.</summary>
    public bool IsKnown(string mark)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_right.TryGetValue(mark, out var until) || until <= now) return false;
            _right[mark] = now + KnownFor;
            return true;
        }
    }

    private (DateTimeOffset Since, int All) Anew(DateTimeOffset now)
    {
        _guesses.Clear();
        Tidy(now);
        return (now, 0);
    }

    private void Tidy(DateTimeOffset now)
    {
        foreach (var over in _right.Where(one => one.Value <= now).Select(one => one.Key).ToList()) _right.Remove(over);
        if (_right.Count >= MostKnown) _right.Clear();
    }
}
