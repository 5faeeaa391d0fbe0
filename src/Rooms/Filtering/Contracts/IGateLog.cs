namespace Lifeguard.Filtering.Contracts;

/// <summary>What the gate decided, as it comes into the database and leaves it again. For the clock's jobs.</summary>
public interface IGateLog
{
    /// <summary>Loads what waits in the gate's spool, each segment once; nothing without a gate.</summary>
    Task<GateLoad> LoadAsync(CancellationToken stop);

    /// <summary>Drops the days whose time is over.</summary>
    Task EndDaysAsync(CancellationToken stop);
}

/// <param name="SetAside">Segments that could not be opened.</param>
public readonly record struct GateLoad(int Segments, long Rows, int SetAside);
