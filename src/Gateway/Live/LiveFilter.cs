using System.Globalization;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>
/// Keeps the filter that holds, and looks each quarter of a second whether a file of the gate's folder is another one. A file that is not
/// right is refused, with its line; what held before holds on. Lists are opened, not read: a change of a few entries is there at once.
/// </summary>
internal sealed class LiveFilter(GatewaySettings settings, Leases leases, TimeProvider clock, ILogger<LiveFilter> log)
{
    public const string PolicyName = "policy.yml";
    public const string OverlayName = "overlay.yml";
    public const string SnapshotName = "lists.snapshot";
    public const string AcceptName = "lists.accept";

    private readonly Lock _lock = new();
    private InForce? _current;
    private FilterSnapshot? _snapshot;
    private Stamp _policyAt;
    private Stamp _overlayAt;
    private Stamp _snapshotAt;
    private Stamp _acceptAt;
    private List<string> _listFaults = [];
    private bool _isRead;

    /// <summary>What holds; null while nothing was ever right.</summary>
    public InForce? Current => Volatile.Read(ref _current);

    /// <summary>What is wrong with the files as they lie there now; empty when what lies there holds.</summary>
    public IReadOnlyList<string> Faults { get => [.. _noted, .. _faults]; private set => _faults = value; }

    private IReadOnlyList<string> _faults = [];
    private IReadOnlyList<string> _noted = [];

    /// <summary>The one of the faults that is a question: lists that shrank wait for a yes. Null where none do.</summary>
    public string? Waits { get; private set; }

    /// <summary>A fault of a file that is read at the start alone.</summary>
    public void Note(string fault) => _noted = [.. _noted, fault];

    /// <summary>For tests: something else is to hold.</summary>
    internal void Hold(InForce? current) => Volatile.Write(ref _current, current);

    /// <summary>Looks at the folder; true when something was read, right or wrong.</summary>
    public bool Look()
    {
        lock (_lock)
        {
            Stamp policy, overlay, snapshot, accept;
            try
            {
                (policy, overlay, snapshot, accept) = (Stamp.Of(settings.At(PolicyName)), Stamp.Of(settings.At(OverlayName)), Stamp.Of(settings.At(SnapshotName)), Stamp.Of(settings.At(AcceptName)));
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                return Refuse(["The gate's folder cannot be read."]);
            }

            var isOtherSnapshot = snapshot != _snapshotAt || accept != _acceptAt || _snapshot is null;
            if (_isRead && policy == _policyAt && overlay == _overlayAt && !isOtherSnapshot) return false;

            (_policyAt, _overlayAt, _snapshotAt, _acceptAt, _isRead) = (policy, overlay, snapshot, accept, true);
            return Read(isOtherSnapshot, overlay.Exists);
        }
    }

    private bool Read(bool isOtherSnapshot, bool hasOverlay)
    {
        var lists = _snapshot;
        if (isOtherSnapshot)
        {
            _listFaults = [];
            Waits = null;
            if (OpenLists(_listFaults) is { } opened) lists = opened;
        }

        // What is wrong with the lists is wrong until other lists lie there, whatever else changes.
        List<string> faults = [.. _listFaults];

        try
        {
            if (Policy.ReadFile(settings.At(PolicyName), out var policyFaults) is not { } policy) return Refuse([.. faults, .. policyFaults.Select(fault => fault.ToString())]);

            var overlay = Overlay.None;
            if (hasOverlay)
            {
                var text = File.ReadAllText(settings.At(OverlayName));
                if (Overlay.Read(OverlayName, text, policy, out var overlayFaults) is { } read) overlay = read;
                else
                {
                    faults.AddRange(overlayFaults.Select(fault => fault.ToString()));

                    // The first start is whole or not at all; later the last good one stays.
                    return Refuse(faults);
                }
            }

            // Where the lists could never be opened, nothing holds: a gate without lists looks like a gate and is none.
            if (lists is null) return Refuse(faults);
            if (Filter.Bind(lists, policy, overlay, out var bindFaults) is not { } filter) return Refuse([.. faults, .. bindFaults.Select(fault => fault.ToString())]);

            _snapshot = lists;
            Volatile.Write(ref _current, new InForce(filter, leases, clock.GetUtcNow()));
            Log.Loaded(log, $"{filter.Snapshot.Version}/{filter.Policy.Version}", filter.Snapshot.Entries);
            return faults.Count == 0 ? Accept() : Refuse(faults);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // Somebody is writing it; it is looked at again in a moment.
            _isRead = false;
            return Refuse([.. faults, $"A file of the gate's folder could not be read ({failed.GetType().Name})."]);
        }
    }

    private FilterSnapshot? OpenLists(List<string> faults)
    {
        if (!_snapshotAt.Exists)
        {
            if (_snapshot is null) return FilterSnapshot.Empty;
            if (_snapshot.Entries > 0) faults.Add($"{SnapshotName} is gone; the last lists stay.");
            return null;
        }

        if (FilterSnapshot.Open(settings.At(SnapshotName), out var fault) is not { } opened)
        {
            faults.Add($"{SnapshotName}: {fault}");
            return null;
        }

        // Lists that shrink to less than half are far more often a broken download than a decision.
        if (_snapshot is not { } last || opened.Entries * 2 >= last.Entries || opened.Version == last.Version || IsAccepted(opened.Version)) return opened;
        Waits = string.Create(CultureInfo.InvariantCulture, $"{SnapshotName} holds {opened.Entries} entries, and the lists before it {last.Entries}; write its version {opened.Version} into {AcceptName} to load it all the same.");
        faults.Add(Waits);
        return null;
    }

    private bool IsAccepted(string version)
    {
        try
        {
            return _acceptAt.Exists && File.ReadAllText(settings.At(AcceptName)).Trim() == version;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private bool Accept()
    {
        Faults = [];
        return true;
    }

    private bool Refuse(List<string> faults)
    {
        if (!_faults.SequenceEqual(faults)) Log.Refused(log, faults.Count);
        Faults = faults;
        return true;
    }

    /// <summary>Length and time of a file: enough to see that it is another one, and the same on every file system.</summary>
    private readonly record struct Stamp(bool Exists, long Length, DateTime WrittenAt)
    {
        public static Stamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new Stamp(true, file.Length, file.LastWriteTimeUtc) : default;
        }
    }
}
