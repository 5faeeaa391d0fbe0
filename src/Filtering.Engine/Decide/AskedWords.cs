using System.Runtime.CompilerServices;
using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>Words that are searched for, and words in an address (13 of <see cref="Precedence"/>).</summary>
internal static class AskedWords
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Verdict? Find(WordMatcher matcher, in WebAddress address, BoundLevel level, int search, bool isOpened, ref short noted)
    {
        var found = 0UL;
        var first = -1;
        if (level.SearchWords != 0 && address.Query.Length > 2)
        {
            var query = address.Query;
            while (!query.IsEmpty)
            {
                var end = query.IndexOfAny((byte)'&', (byte)';');
                var part = end < 0 ? query : query[..end];
                query = end < 0 ? default : query[(end + 1)..];
                var equals = part.IndexOf((byte)'=');
                if (equals < 1 || !HoldsSearch(part[..equals], search)) continue;
                found |= matcher.Find(part[(equals + 1)..], level.SearchWords, out var phrase);
                if (phrase >= 0 && first < 0) first = phrase;
            }
        }

        if (level.AddressWords != 0 && !isOpened)
        {
            found |= matcher.Find(address.Host, level.AddressWords, out var phrase);
            if (phrase >= 0 && first < 0) first = phrase;
            found |= matcher.Find(address.Path, level.AddressWords, out phrase);
            if (phrase >= 0 && first < 0) first = phrase;
        }

        if (found == 0) return null;
        if (first >= 0) noted = (short)matcher.Phrases[first].List;
        var blocking = found & level.BlockingWords;
        if (blocking == 0) return null;
        return new Verdict(FilterAction.Block, Reason.Words, (short)System.Numerics.BitOperations.TrailingZeroCount(blocking)) { NotedWords = noted };
    }

    /// <summary>At a site we know, its own parts; elsewhere the usual ones.</summary>
    private static bool HoldsSearch(ReadOnlySpan<byte> key, int search)
    {
        if (search < 0) return key.SequenceEqual("q"u8) || key.SequenceEqual("query"u8) || key.SequenceEqual("search"u8) || key.SequenceEqual("search_query"u8) || key.SequenceEqual("keyword"u8) || key.SequenceEqual("keywords"u8) || key.SequenceEqual("term"u8) || key.SequenceEqual("text"u8) || key.SequenceEqual("wd"u8);
        foreach (var one in BuiltIn.Searches[search].Keys)
        {
            if (key.SequenceEqual(one)) return true;
        }

        return false;
    }
}
