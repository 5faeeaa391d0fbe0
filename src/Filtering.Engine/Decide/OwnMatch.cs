using System.Runtime.CompilerServices;
using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>What the tables of our own say of an address: helplines, exceptions, own lists, search sites, fronts.</summary>
internal ref struct OwnMatch
{
    public bool IsHelpline;
    public short Exception;
    public bool ExceptionOpens;
    public byte ExceptionReach;
    public short List;
    public bool ListOpens;
    public int ListLength;
    public short Search;
    public short Front;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OwnMatch Of(Filter filter, in WebAddress address, BoundLevel level, Asker asker, ReadOnlySpan<ulong> hashes, ReadOnlySpan<byte> starts, DateTimeOffset now)
    {
        var own = new OwnMatch { Exception = -1, List = -1, Search = -1, Front = -1 };
        for (var at = 0; at < hashes.Length; at++)
        {
            var node = filter.Policy.Rules.Find(hashes[at]);
            if (node >= 0) own.Gather(filter, filter.Policy.Rules, node, address, address.Host[starts[at]..], level, asker, now);
        }

        if (filter.Overlay.Rules.IsEmpty) return own;
        for (var at = 0; at < hashes.Length; at++)
        {
            var node = filter.Overlay.Rules.Find(hashes[at]);
            if (node >= 0) own.Gather(filter, filter.Overlay.Rules, node, address, address.Host[starts[at]..], level, asker, now);
        }

        return own;
    }

    private void Gather(Filter filter, RuleTable table, int at, in WebAddress address, ReadOnlySpan<byte> name, BoundLevel level, Asker asker, DateTimeOffset now)
    {
        for (; at >= 0; at = table[at].Next)
        {
            ref readonly var node = ref table[at];
            if (!RuleTable.IsAt(node, name, address.Line)) continue;
            switch (node.Kind)
            {
                case RuleTable.Kind.Helpline:
                    IsHelpline = true;
                    break;
                case RuleTable.Kind.Search:
                    Search = node.Index;
                    break;
                case RuleTable.Kind.Front:
                    Front = node.Index;
                    break;
                case RuleTable.Kind.Own:
                    var bit = 1UL << node.Index;
                    var blocks = (level.OwnBlocked & bit) != 0;
                    if (!blocks && (level.OwnOpened & bit) == 0) break;
                    var length = node.Host.Length + node.Path.Length;
                    if (List >= 0 && (length < ListLength || length == ListLength && !ListOpens)) break;
                    (List, ListOpens, ListLength) = (node.Index, !blocks, length);
                    break;
                case RuleTable.Kind.Exception:
                    var rule = filter.Exceptions[node.Index];
                    var reach = asker.ReachOf(node.Index);
                    if (reach == 0 || !rule.Holds(now) || reach < ExceptionReach || reach == ExceptionReach && Exception >= 0 && !ExceptionOpens) break;
                    (Exception, ExceptionOpens, ExceptionReach) = (node.Index, rule.Opens, reach);
                    break;
            }
        }
    }
}
