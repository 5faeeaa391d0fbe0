using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Gateway.Commands;

/// <summary>Opens a filter for a command, or says what is wrong.</summary>
internal static class GateFiles
{
    /// <summary>Of single files, wherever they lie.</summary>
    /// <param name="snapshot">A compiled file; null for no lists.</param>
    public static Filter? Open(string? snapshot, string policy, TextWriter error)
    {
        var lists = FilterSnapshot.Empty;
        if (snapshot is not null)
        {
            if (FilterSnapshot.Open(snapshot, out var fault) is not { } opened)
            {
                error.WriteLine(fault);
                return null;
            }

            lists = opened;
        }

        if (Policy.ReadFile(policy, out var faults) is { } read && Filter.Bind(lists, read, Overlay.None, out faults) is { } filter) return filter;
        foreach (var fault in faults) error.WriteLine(fault);
        return null;
    }

    /// <summary>Of a gate's folder, as the gateway would start on it. What is wrong there is said, also where lists of before go on.</summary>
    public static Filter? OpenFolder(string folder, TextWriter error)
    {
        if (new GateFolder(folder).Look() is not { } state) return null;
        foreach (var fault in state.Faults) error.WriteLine(fault);
        return state.Filter;
    }
}
