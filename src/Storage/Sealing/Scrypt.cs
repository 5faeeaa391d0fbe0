using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Lifeguard.Storage.Sealing;

/// <summary>
/// scrypt (RFC 7914), which the framework does not have and the age format asks for. Held by the RFC's own examples, and by the age program.
/// </summary>
internal static class Scrypt
{
    private const int BlockWords = 16;

    /// <param name="logCost">The cost as a power of two. 15 takes 32 MB and a tenth of a second.</param>
    public static byte[] Key(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int logCost, int blocks, int lanes, int length)
    {
        var laneBytes = 128 * blocks;
        var mixed = Rfc2898DeriveBytes.Pbkdf2(password, salt, 1, HashAlgorithmName.SHA256, laneBytes * lanes);
        for (var lane = 0; lane < lanes; lane++) Mix(mixed.AsSpan(lane * laneBytes, laneBytes), 1 << logCost, blocks);
        return Rfc2898DeriveBytes.Pbkdf2(password, mixed, 1, HashAlgorithmName.SHA256, length);
    }

    private static void Mix(Span<byte> lane, int cost, int blocks)
    {
        var words = 2 * blocks * BlockWords;
        var (state, spare, table) = (new uint[words], new uint[words], new uint[(long)words * cost]);
        for (var at = 0; at < words; at++) state[at] = BinaryPrimitives.ReadUInt32LittleEndian(lane[(at * 4)..]);
        for (var step = 0; step < cost; step++)
        {
            state.CopyTo(table.AsSpan(step * words, words));
            MixBlocks(state, spare, blocks);
        }

        for (var step = 0; step < cost; step++)
        {
            var from = (int)(state[words - BlockWords] & (uint)(cost - 1)) * words;
            for (var at = 0; at < words; at++) state[at] ^= table[from + at];
            MixBlocks(state, spare, blocks);
        }

        for (var at = 0; at < words; at++) BinaryPrimitives.WriteUInt32LittleEndian(lane[(at * 4)..], state[at]);
    }

    private static void MixBlocks(uint[] state, uint[] spare, int blocks)
    {
        Span<uint> last = stackalloc uint[BlockWords];
        state.AsSpan(state.Length - BlockWords).CopyTo(last);
        for (var block = 0; block < 2 * blocks; block++)
        {
            for (var at = 0; at < BlockWords; at++) last[at] ^= state[(block * BlockWords) + at];
            Salsa(last);
            // Even blocks first, then the odd ones.
            last.CopyTo(spare.AsSpan(((block / 2) + ((block & 1) * blocks)) * BlockWords, BlockWords));
        }

        spare.CopyTo(state, 0);
    }

    private static void Salsa(Span<uint> block)
    {
        Span<uint> x = stackalloc uint[BlockWords];
        block.CopyTo(x);
        for (var round = 0; round < 4; round++)
        {
            Quarter(x, 0, 4, 8, 12);
            Quarter(x, 5, 9, 13, 1);
            Quarter(x, 10, 14, 2, 6);
            Quarter(x, 15, 3, 7, 11);
            Quarter(x, 0, 1, 2, 3);
            Quarter(x, 5, 6, 7, 4);
            Quarter(x, 10, 11, 8, 9);
            Quarter(x, 15, 12, 13, 14);
        }

        for (var at = 0; at < BlockWords; at++) block[at] += x[at];
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }
}
