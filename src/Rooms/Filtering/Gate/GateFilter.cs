using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;
using Lifeguard.Filtering.Model;

namespace Lifeguard.Filtering.Gate;

/// <summary>
/// The same lists, policy and overlay that the gateways read, from the same folder. What cannot be read is passed over, and the last good
/// state goes on: the page must not say something else than the gate does.
/// </summary>
internal sealed class GateFilter(GateSettings settings)
{
    private static readonly string[] Files = ["policy.yml", "overlay.yml", "lists.snapshot"];

    private readonly Lock _lock = new();
    private string _seen = "";
    private Filter? _filter;

    /// <summary>Null where there is no gate, or nothing of it can be read yet.</summary>
    public Filter? Current()
    {
        if (settings.Folder is null) return null;
        lock (_lock)
        {
            var state = string.Join('|', Files.Select(StateOf));
            if (state == _seen) return _filter;
            _seen = state;
            if (Read() is { } filter) _filter = filter;
            return _filter;
        }
    }

    private Filter? Read()
    {
        if (!File.Exists(settings.At(Files[0])) || Policy.ReadFile(settings.At(Files[0]), out _) is not { } policy) return null;
        var overlay = Overlay.None;
        if (File.Exists(settings.At(Files[1])))
        {
            if (Text(settings.At(Files[1])) is not { } text || Overlay.Read(Files[1], text, policy, out _) is not { } read) return null;
            overlay = read;
        }

        var snapshot = FilterSnapshot.Empty;
        if (File.Exists(settings.At(Files[2])))
        {
            if (FilterSnapshot.Open(settings.At(Files[2]), out _) is not { } opened) return null;
            snapshot = opened;
        }

        return Filter.Bind(snapshot, policy, overlay, out _);
    }

    private string StateOf(string name)
    {
        var file = new FileInfo(settings.At(name));
        return file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "";
    }

    private static string? Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
