namespace Lifeguard.Gateway.Live;

/// <summary>What the gateway has done since its start, for its health page.</summary>
internal sealed class Counts
{
    private long _decided;
    private long _blocked;
    private long _failed;
    private long _faults;
    private int _connections;
    private long _unfiltered;

    public long Decided => Volatile.Read(ref _decided);
    public long Blocked => Volatile.Read(ref _blocked);

    /// <summary>Requests about which nothing could be decided.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Messages that were none.</summary>
    public long Faults => Volatile.Read(ref _faults);
    public int Connections => Volatile.Read(ref _connections);

    public void NoteDecided(bool isAllowed)
    {
        Interlocked.Increment(ref _decided);
        if (!isAllowed) Interlocked.Increment(ref _blocked);
    }

    /// <summary>Whether nobody had been let through unfiltered in this minute yet.</summary>
    public bool IsFirstUnfiltered(DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        return Interlocked.Exchange(ref _unfiltered, minute) != minute;
    }

    public void NoteFailed() => Interlocked.Increment(ref _failed);
    public void NoteFault() => Interlocked.Increment(ref _faults);
    public int Connected() => Interlocked.Increment(ref _connections);
    public void Disconnected() => Interlocked.Decrement(ref _connections);
}
