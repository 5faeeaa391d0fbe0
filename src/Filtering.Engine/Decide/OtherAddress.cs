using System.Runtime.CompilerServices;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>What is judged of another address than the one that is asked for: one that it carries within it, one that it is made to look like (11 and 12 of <see cref="Precedence"/>).</summary>
internal static class OtherAddress
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Verdict? Within(Filter filter, in WebAddress address, int front, BoundLevel level, BoundLevel.Phase phase, Asker asker, in Moment now)
    {
        Span<byte> scratch = stackalloc byte[Embedded.ScratchLength];
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var embedded = new Embedded(address, scratch);
        while (embedded.Next(front))
        {
            var found = embedded.Found;
            var count = NameHash.OfSuffixes(found.Host, hashes, starts);
            var listed = filter.Snapshot.Find(hashes[..count], found.Line);
            if (listed.Meets(filter.Sealed)) return new Verdict(FilterAction.Block, Reason.SealedList);
            var own = OwnMatch.Of(filter, found, level, asker, hashes[..count], starts, now.Instant);
            if (own.IsHelpline || own.Exception >= 0 && own.ExceptionOpens && !listed.Meets(level.Locked)) continue;
            if (own.Exception >= 0 && !own.ExceptionOpens) return new Verdict(FilterAction.Block, Reason.EmbeddedAddress, own.Exception);
            var blocked = phase.Blocked | level.Locked;
            if (own.List >= 0 && own.ListOpens && !listed.Meets(level.Locked)) continue;
            if (own.List >= 0 && !own.ListOpens) return new Verdict(FilterAction.Block, Reason.EmbeddedAddress);
            if (listed.Meets(blocked)) return filter.Listed(Reason.EmbeddedAddress, found, hashes[..count], starts, blocked);
        }

        return null;
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Verdict? Like(Filter filter, in WebAddress address, BoundLevel level, BoundLevel.Phase phase)
    {
        Span<byte> skeleton = stackalloc byte[WebAddress.HostSpace];
        var length = Punycode.Skeleton(address.Host, skeleton);
        if (length == 0) return null;
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var count = NameHash.OfSuffixes(skeleton[..length], hashes, starts);
        var blocked = phase.Blocked | level.Locked | filter.Sealed;
        var listed = filter.Snapshot.Find(hashes[..count], default);
        if (!listed.Meets(blocked)) return null;
        var (_, _, list) = filter.Snapshot.Name(hashes[..count], default, blocked);
        return new Verdict(FilterAction.Block, Reason.LooksLikeListed, -1, filter.CategoryOf(list), (short)list);
    }
}
