using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Lifeguard.DataProtection.Sealing;

/// <summary>
/// The scrypt function of RFC 7914 with a block size of 8 and one lane, which is what age asks for. The framework has its two halves
/// (PBKDF2 and nothing of Salsa), so the mixing is written out here; known answers hold it.
/// </summary>
internal static class Scrypt
{
    private const int BlockSize = 8;
    private const int Words = 32 * BlockSize;

    public static byte[] Derive(byte[] words, byte[] salt, int logN, int length)
    {
        var bytes = Rfc2898DeriveBytes.Pbkdf2(words, salt, 1, HashAlgorithmName.SHA256, Words * 4);
        var block = new uint[Words];
        for (var at = 0; at < Words; at++) block[at] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at * 4));
        Mix(block, 1 << logN);
        for (var at = 0; at < Words; at++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at * 4), block[at]);
        return Rfc2898DeriveBytes.Pbkdf2(words, bytes, 1, HashAlgorithmName.SHA256, length);
    }

    // ROMix: fill a table with the states on the way, then walk through it in an order that the state itself decides.
    private static void Mix(uint[] block, int n)
    {
        var table = new uint[n * Words];
        var other = new uint[Words];
        for (var at = 0; at < n; at++)
        {
            block.CopyTo(table.AsSpan(at * Words));
            MixBlock(block, other);
        }

        for (var at = 0; at < n; at++)
        {
            var row = table.AsSpan((int)(block[Words - 16] & (uint)(n - 1)) * Words, Words);
            for (var word = 0; word < Words; word++) block[word] ^= row[word];
            MixBlock(block, other);
        }
    }

    // BlockMix: each sixteenth goes through Salsa20/8 with the one before; the even ones then stand before the odd ones.
    private static void MixBlock(uint[] block, uint[] other)
    {
        Span<uint> state = stackalloc uint[16];
        block.AsSpan(Words - 16).CopyTo(state);
        for (var part = 0; part < 2 * BlockSize; part++)
        {
            for (var at = 0; at < 16; at++) state[at] ^= block[(part * 16) + at];
            Salsa(state);
            state.CopyTo(other.AsSpan(((part / 2) + (part % 2 * BlockSize)) * 16));
        }

        other.CopyTo(block, 0);
    }

    private static void Salsa(Span<uint> state)
    {
        Span<uint> x = stackalloc uint[16];
        state.CopyTo(x);
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

        for (var at = 0; at < 16; at++) state[at] += x[at];
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }
}
