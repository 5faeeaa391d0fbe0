using System.Collections.Frozen;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>A level as a decision needs it: its categories as sets of the snapshot's lists, its week as a table of minutes.</summary>
internal sealed class BoundLevel
{
    internal sealed record Phase(ListSet Blocked, TimeRule? ClosedBy);

    public required Level Level { get; init; }
    public required ListSet Locked { get; init; }

    /// <summary>By minute of the week: which phase holds.</summary>
    public required ushort[] PhaseAt { get; init; }
    public required Phase[] Phases { get; init; }
    public required ulong OwnBlocked { get; init; }
    public required ulong OwnOpened { get; init; }
    public required ulong Garden { get; init; }
    public required ulong SearchWords { get; init; }
    public required ulong AddressWords { get; init; }
    public required ulong BlockingWords { get; init; }
    public required FrozenSet<string> Downloads { get; init; }
    public required ushort[] Ports { get; init; }
    public bool ReadsPages { get; init; }

    public static BoundLevel Of(Level level, Policy policy, Func<Category, ListSet> lists)
    {
        var sets = policy.Categories.Select(lists).ToArray();
        var locked = default(ListSet);
        for (var at = 0; at < sets.Length; at++)
        {
            if (policy.Categories[at].IsLocked && level.IsForPupils && level.Blocked.Contains(at)) locked |= sets[at];
        }

        var (phaseAt, phases) = Week(level, sets);
        var words = level.Words.Aggregate(0UL, (all, list) => all | 1UL << list);
        return new BoundLevel
        {
            Level = level,
            Locked = locked,
            PhaseAt = phaseAt,
            Phases = phases,
            OwnBlocked = Bits(level.OwnBlocked),
            OwnOpened = Bits(level.OwnOpened) | Bits(level.Garden),
            Garden = Bits(level.Garden),
            SearchWords = words & Words(policy, list => list.InSearches),
            AddressWords = words & Words(policy, list => list.InAddresses),
            BlockingWords = words & Words(policy, list => list.Blocks),
            Downloads = level.BlockedDownloads.ToFrozenSet(),
            Ports = [.. level.Ports.Select(port => (ushort)port)],
            ReadsPages = level.PageLimit is not null && !policy.Phrases.IsEmpty,
        };
    }

    private static (ushort[], Phase[]) Week(Level level, ListSet[] sets)
    {
        var usual = Union(level.Blocked, sets);
        List<(long Key, Phase Phase)> phases = [(0, new Phase(usual, null))];
        var phaseAt = new ushort[Moment.MinutesOfWeek];
        for (var minute = 0; minute < phaseAt.Length && level.Times.Count > 0; minute++)
        {
            var key = 0L;
            for (var rule = 0; rule < level.Times.Count; rule++)
            {
                if (level.Times[rule].Window.Holds(minute)) key |= 1L << rule;
            }

            var index = phases.FindIndex(one => one.Key == key);
            if (index < 0)
            {
                var holding = level.Times.Where((_, rule) => (key >> rule & 1) != 0).ToList();
                var blocked = holding.Aggregate(usual, (all, rule) => all | Union(rule.Blocks, sets));

                // What is opened for a time is opened last: "games at lunch" is said of games that are blocked otherwise.
                blocked = holding.Aggregate(blocked, (all, rule) => all.Without(Union(rule.Opens, sets)));
                index = phases.Count;
                phases.Add((key, new Phase(blocked, holding.Find(rule => rule.IsClosed))));
            }

            phaseAt[minute] = (ushort)index;
        }

        return (phaseAt, [.. phases.Select(one => one.Phase)]);
    }

    private static ListSet Union(IEnumerable<int> categories, ListSet[] sets) => categories.Aggregate(default(ListSet), (all, category) => all | sets[category]);

    private static ulong Bits(IEnumerable<int> lists) => lists.Aggregate(0UL, (all, list) => all | 1UL << list);

    private static ulong Words(Policy policy, Func<WordList, bool> which)
    {
        var bits = 0UL;
        for (var list = 0; list < policy.Words.Count; list++)
        {
            if (which(policy.Words[list])) bits |= 1UL << list;
        }

        return bits;
    }
}
