using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Snapshot;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>
/// Keeps the filter that holds, and looks each quarter of a second whether a file of the gate's folder is another one. A file that is not
/// right is refused, with its line; what held before holds on. Whoever asks meanwhile waits for nothing.
/// </summary>
internal sealed class LiveFilter(GateFolder folder, Leases leases, TimeProvider clock, ILogger<LiveFilter> log)
{
    private readonly Lock _lock = new();
    private InForce? _current;
    private IReadOnlyList<string> _faults = [];
    private IReadOnlyList<string> _waiting = [];
    private FilterSnapshot? _toKeep;
    private string? _notKept;

    /// <summary>What holds; null while nothing was ever right.</summary>
    public InForce? Current => Volatile.Read(ref _current);

    /// <summary>What is wrong with the files as they lie there now; empty when what lies there holds.</summary>
    public IReadOnlyList<string> Faults => Volatile.Read(ref _notKept) is { } notKept ? [.. Volatile.Read(ref _faults), notKept] : Volatile.Read(ref _faults);

    /// <summary>Those of the faults that are a question: lists that shrank wait for a yes.</summary>
    public IReadOnlyList<string> Waiting => Volatile.Read(ref _waiting);

    /// <summary>For tests: something else is to hold.</summary>
    internal void Hold(InForce? current) => Volatile.Write(ref _current, current);

    /// <summary>Takes what a first look at the folder came to, before anybody looks here.</summary>
    public void Begin(GateState? first)
    {
        lock (_lock) Take(first);
    }

    /// <summary>Looks at the folder; true when something was read, right or wrong.</summary>
    public bool Look()
    {
        lock (_lock)
        {
            Keep();
            return Take(folder.Look());
        }
    }

    private bool Take(GateState? state)
    {
        if (state is null) return false;
        if (state.Filter is { } filter)
        {
            Hold(new InForce(filter, leases, clock.GetUtcNow()));
            _toKeep = filter.Snapshot;
            Log.Loaded(log, $"{filter.Snapshot.Version}/{filter.Policy.Version}", filter.Snapshot.Entries);
        }

        if (state.Faults.Count > 0 && !state.Faults.SequenceEqual(_faults)) Log.Refused(log, state.Faults.Count);
        Volatile.Write(ref _faults, state.Faults);
        Volatile.Write(ref _waiting, state.Waiting);
        return true;
    }

    // At the look behind the one that took them: a start does not wait for the disk.
    private void Keep()
    {
        if (_toKeep is not { } lists) return;
        _toKeep = null;
        Volatile.Write(ref _notKept, folder.Keep(lists));
    }
}
