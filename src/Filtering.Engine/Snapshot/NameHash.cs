using System.Runtime.CompilerServices;

namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>
/// Hashes of a name and of each of its parents, in one pass from its end: what has been read when a dot comes is the parent's name.
/// <code>
/// www.example.org      reading  ← g r o . e l p m a x e . w w w
///                      hashes         org  ·     example.org ·  www.example.org
/// </code>
/// A path goes on from its host's hash, from left to right, and has a hash wherever a segment may end.
/// </summary>
internal static class NameHash
{
    /// <summary>A name has at most 253 bytes, so at most 127 labels.</summary>
    public const int MostLabels = 128;

    /// <summary>Where every hash begins: names are hashed once, and looked up in several tables.</summary>
    public const ulong Seed = 0x6c69666567756172;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ulong hash, byte one) => (hash ^ one) * Multiplier;

    /// <summary>A step carries upwards only; this spreads what is known over all bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        return hash;
    }

    /// <summary>Where the path of a host begins; no byte leads there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PathStart(ulong finished) => (finished ^ 0x5bd1e9955bd1e995) * Multiplier;

    /// <summary>Writes the hash of each suffix that begins at a label, the shortest first.</summary>
    /// <param name="starts">Where in the host each of them begins.</param>
    /// <returns>How many.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int OfSuffixes(ReadOnlySpan<byte> host, Span<ulong> hashes, Span<byte> starts)
    {
        var count = 0;
        var hash = Seed;
        for (var at = host.Length - 1; at >= 0; at--)
        {
            var one = host[at];
            if (one == (byte)'.')
            {
                starts[count] = (byte)(at + 1);
                hashes[count++] = Finish(hash);
            }

            hash = Step(hash, one);
        }

        starts[count] = 0;
        hashes[count++] = Finish(hash);
        return count;
    }

    /// <summary>Whether what stands before this byte may be a whole entry: the segment ends here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EndsSegment(byte one) => one is (byte)'/' or (byte)'?' or (byte)'#' or (byte)'&' or (byte)';' or 0;
}
