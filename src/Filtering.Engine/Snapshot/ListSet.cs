using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>Up to 256 lists, one bit each.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ListSet(Vector256<ulong> bits) : IEquatable<ListSet>
{
    public const int Most = 256;

    private readonly Vector256<ulong> _bits = bits;

    public static ListSet Of(int list)
    {
        Span<ulong> bits = stackalloc ulong[4];
        bits.Clear();
        bits[list >> 6] = 1UL << (list & 63);
        return new ListSet(Vector256.Create<ulong>(bits));
    }

    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits == Vector256<ulong>.Zero;
    }

    /// <summary>The first list in it; -1 for none.</summary>
    public int First
    {
        get
        {
            for (var at = 0; at < 4; at++)
            {
                if (_bits[at] != 0) return at * 64 + BitOperations.TrailingZeroCount(_bits[at]);
            }

            return -1;
        }
    }

    public bool Contains(int list) => (_bits[list >> 6] >> (list & 63) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Meets(ListSet other) => (_bits & other._bits) != Vector256<ulong>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListSet operator |(ListSet one, ListSet other) => new(one._bits | other._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListSet operator &(ListSet one, ListSet other) => new(one._bits & other._bits);

    public ListSet Without(ListSet other) => new(Vector256.AndNot(_bits, other._bits));

    public bool Equals(ListSet other) => _bits == other._bits;
    public override bool Equals(object? obj) => obj is ListSet other && Equals(other);
    public override int GetHashCode() => _bits.GetHashCode();
}
