using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Gateway.Commands;

/// <summary>Opens lists, policy and overlay for a command, or says what is wrong with them.</summary>
internal static class GateFiles
{
    public const string Policy = "policy.yml";
    public const string Overlay = "overlay.yml";
    public const string Lists = "lists.snapshot";

    /// <param name="snapshot">A compiled file; null for no lists.</param>
    /// <param name="overlay">Null for none.</param>
    public static Filter? Open(string? snapshot, string policy, string? overlay, TextWriter error)
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

        if (Filtering.Engine.Policies.Policy.ReadFile(policy, out var mistakes) is not { } read) return Said(mistakes, error);
        var laid = Filtering.Engine.Policies.Overlay.None;
        if (overlay is not null)
        {
            if (Filtering.Engine.Policies.Overlay.Read(Path.GetFileName(overlay), File.ReadAllText(overlay), read, out var wrong) is not { } small) return Said(wrong, error);
            laid = small;
        }

        return Filter.Bind(lists, read, laid, out var faults) ?? Said(faults, error);
    }

    /// <summary>The three files of a gate's folder; overlay and lists may be absent.</summary>
    public static Filter? OpenFolder(string folder, TextWriter error)
    {
        var (overlay, lists) = (Path.Combine(folder, Overlay), Path.Combine(folder, Lists));
        return Open(File.Exists(lists) ? lists : null, Path.Combine(folder, Policy), File.Exists(overlay) ? overlay : null, error);
    }

    private static Filter? Said(IReadOnlyList<PolicyFault> faults, TextWriter error)
    {
        foreach (var fault in faults) error.WriteLine(fault);
        return null;
    }
}
