using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Lifeguard.Kernel;

/// <summary>
/// The random name of a record in addresses and letters: 128 bits, written as 26 characters that survive being read aloud.
/// It says nothing of order, time or number, so a gap can never give a record away.
/// </summary>
public readonly record struct RandomReference : IParsable<RandomReference>
{
    // Crockford's alphabet: no I, L, O or U, so that a code read over the telephone is not misheard.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    private readonly Guid _value;

    private RandomReference(Guid value) => _value = value;

    /// <summary>The 128 bits, as stored.</summary>
    public Guid Value => _value;

    public static RandomReference New() => new(new Guid(RandomNumberGenerator.GetBytes(16)));

    public static RandomReference Of(Guid stored) => new(stored);

    /// <summary>The first eight characters in two groups: enough for two people to know that they mean the same record.</summary>
    public string Short
    {
        get
        {
            var text = ToString();
            return $"{text[..4]}-{text[4..8]}".ToUpperInvariant();
        }
    }

    public override string ToString() => string.Create(Length, Bits(_value), static (text, bits) =>
    {
        for (var at = Length - 1; at >= 0; at--)
        {
            text[at] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }
    });

    public static RandomReference Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var reference) ? reference : throw new FormatException("Not a reference.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RandomReference result)
    {
        result = default;
        if (s is null || s.Length != Length) return false;

        // 26 letters hold 130 bits: the first may carry three alone.
        if (Alphabet.IndexOf(char.ToLowerInvariant(s[0]), StringComparison.Ordinal) > 7) return false;

        UInt128 bits = 0;
        foreach (var letter in s)
        {
            var digit = Alphabet.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (digit < 0) return false;
            bits = (bits << 5) | (uint)digit;
        }

        Span<byte> sixteen = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(sixteen, bits);
        result = new RandomReference(new Guid(sixteen, bigEndian: true));
        return true;
    }

    private static UInt128 Bits(Guid value)
    {
        Span<byte> sixteen = stackalloc byte[16];
        value.TryWriteBytes(sixteen, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(sixteen);
    }
}
