using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Folder;

/// <summary>
/// The folder's lists. Lists that have shrunk wait until somebody accepts them, measured by those that a gateway
/// took last; where no lists are good, those go on.
/// </summary>
internal sealed class ReadLists(string folder)
{
    private readonly string _path = Path.Combine(folder, GateFolder.ListsFile);
    private readonly string _taken = Path.Combine(folder, GateFolder.TakenFile);
    private readonly string _accept = Path.Combine(folder, GateFolder.AcceptFile);
    private bool _keeps;
    private (FileStamp Lists, FileStamp Accept, FileStamp Taken)? _seen;

    public FilterSnapshot? Good { get; private set; }
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Those of the faults that wait for somebody to accept the lists; how to is the last.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    /// <param name="held">The lists that hold so far.</param>
    /// <returns>True when they were looked at anew, right or wrong.</returns>
    public bool Look(FilterSnapshot? held)
    {
        var stamps = (FileStamp.Of(_path), FileStamp.Of(_accept), FileStamp.Of(_taken));
        if (stamps == _seen) return false;
        _seen = stamps;
        List<string> faults = [];
        Waiting = [];
        var opened = Open(held, faults);

        // Nothing good lies there: what a gateway took goes on. A gateway itself has that in memory once it has begun.
        if (opened is null && !(_keeps && Good is not null) && FilterSnapshot.VersionOf(_taken) != Good?.Version) opened = FilterSnapshot.Open(_taken, out _);
        if (opened is not null && opened.Version != Good?.Version) Good = opened;
        Faults = faults;
        return true;
    }

    /// <summary>Keeps lists that hold now, for whoever starts again.</summary>
    public string? Keep(FilterSnapshot lists)
    {
        _keeps = true;
        try
        {
            if (FilterSnapshot.VersionOf(_taken) == lists.Version || !lists.Save(_taken)) return null;
            if (_seen is { } seen) _seen = seen with { Taken = FileStamp.Of(_taken) };
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return $"{GateFolder.TakenFile} cannot be written ({failed.GetType().Name}): a start after this one would not know which lists held.";
        }
    }

    private FilterSnapshot? Open(FilterSnapshot? held, List<string> faults)
    {
        var taken = FilterSnapshot.VersionOf(_taken);
        if (!File.Exists(_path))
        {
            if (taken is null && held is null) return FilterSnapshot.Empty;
            if (taken is not null || held!.Entries > 0) faults.Add($"{GateFolder.ListsFile} is gone; the last lists stay.");
            return null;
        }

        if (FilterSnapshot.Open(_path, out var fault) is not { } opened)
        {
            faults.Add($"{GateFolder.ListsFile}: {fault}");
            return null;
        }

        // What the gateway has taken, or held before, it takes again; the site goes by what the gateway took.
        if (opened.Version == taken || opened.Version == held?.Version || IsAccepted(opened.Version)) return opened;
        var before = (taken is null ? null : FilterSnapshot.Open(_taken, out _)) ?? held;
        if (before is null || ShrunkList.Among(before.Lists, opened.Lists) is not { Count: > 0 } shrunk) return opened;
        Waiting =
        [
            .. shrunk.Select(list => $"{GateFolder.ListsFile}: {list}"),
            $"{GateFolder.ListsFile} has shrunk, and the lists before it stay; write its version {opened.Version} into {GateFolder.AcceptFile} to load it all the same.",
        ];
        faults.AddRange(Waiting);
        return null;
    }

    private bool IsAccepted(string version)
    {
        try
        {
            return File.Exists(_accept) && File.ReadAllText(_accept).Trim() == version;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
