using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Tests.Decide;

/// <summary>The same rules, written slowly and plainly over sets of strings: the oracle of the fast engine. It shares no code with it.</summary>
internal sealed class SlowEngine
{
    public required Dictionary<string, HashSet<string>> Names { get; init; }
    public required Dictionary<string, List<(string Host, string Path)>> Paths { get; init; }
    public required Dictionary<string, SlowLevel> Levels { get; init; }
    public required HashSet<string> Helplines { get; init; }
    public required List<SlowException> Exceptions { get; init; }

    internal sealed record SlowLevel(HashSet<string> Blocked, HashSet<string> Locked, List<(string Host, string Path)> Opened, List<(string Host, string Path)> Shut, bool IsGarden, bool Holds, HashSet<int> Ports, bool OpensNumbers);

    internal sealed record SlowException(string Host, string Path, bool Opens, string? Level);

    public (FilterAction, Reason) Decide(string host, int port, string path, string levelName)
    {
        var level = Levels[levelName];
        var lists = Names.Keys.Where(list => Listed(list, host, path)).ToHashSet();
        if (lists.Contains("sealed")) return (FilterAction.Block, Reason.SealedList);
        if (Suffixes(host).Any(Helplines.Contains)) return (FilterAction.Allow, Reason.Helpline);
        if (IsNumber(host) && !level.OpensNumbers) return (FilterAction.Block, Reason.RawNumber);
        if (!level.Ports.Contains(port)) return (FilterAction.Block, Reason.Port);
        if (lists.Overlaps(level.Locked)) return (FilterAction.Block, Reason.LockedCategory);

        var narrow = Exceptions.Where(one => one.Level == levelName && Matches(one.Host, one.Path, host, path)).ToList();
        var wide = Exceptions.Where(one => one.Level is null && Matches(one.Host, one.Path, host, path)).ToList();
        foreach (var some in new[] { narrow, wide })
        {
            if (some.Exists(one => !one.Opens)) return (FilterAction.Block, Reason.BlockedByException);
            if (some.Count > 0) return (FilterAction.Allow, Reason.AllowedByException);
        }

        var opened = level.Opened.Where(one => Matches(one.Host, one.Path, host, path)).Select(one => one.Host.Length + one.Path.Length).DefaultIfEmpty(-1).Max();
        var shut = level.Shut.Where(one => Matches(one.Host, one.Path, host, path)).Select(one => one.Host.Length + one.Path.Length).DefaultIfEmpty(-1).Max();
        if (shut >= 0 && shut >= opened) return (FilterAction.Block, Reason.OwnBlocked);
        if (opened >= 0) return (FilterAction.Allow, Reason.OwnAllowed);
        if (level.IsGarden) return (FilterAction.Block, Reason.NotInWalledGarden);
        if (lists.Overlaps(level.Blocked)) return (FilterAction.Block, Reason.Category);
        if (lists.Count == 0 && level.Holds) return (FilterAction.Block, Reason.HeldForReview);
        return (FilterAction.Allow, Reason.NothingAgainst);
    }

    private bool Listed(string list, string host, string path) =>
        Suffixes(host).Any(Names[list].Contains) || Paths[list].Exists(one => Matches(one.Host, one.Path, host, path));

    private static bool Matches(string entryHost, string entryPath, string host, string path) =>
        (host == entryHost || host.EndsWith("." + entryHost, StringComparison.Ordinal))
        && (entryPath.Length == 0 || path == entryPath || path.StartsWith(entryPath, StringComparison.Ordinal) && "/?#&;\0".Contains(path[entryPath.Length], StringComparison.Ordinal));

    private static IEnumerable<string> Suffixes(string host)
    {
        for (var rest = host; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            yield return rest;
            if (!rest.Contains('.', StringComparison.Ordinal)) yield break;
        }
    }

    private static bool IsNumber(string host) => host.All(one => char.IsAsciiDigit(one) || one == '.');
}
