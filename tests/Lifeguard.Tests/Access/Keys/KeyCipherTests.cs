using System.Security.Cryptography;
using Lifeguard.Access.Keys;

namespace Lifeguard.Tests.Access.Keys;

public sealed class KeyCipherTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void Sealed_OpensAgain_AndNeverLooksTheSame()
    {
        var (one, other) = (KeyCipher.Seal(Key, "a secret"u8), KeyCipher.Seal(Key, "a secret"u8));

        KeyCipher.Open(Key, one).ShouldBe("a secret"u8.ToArray());
        one.ShouldNotBe(other);
    }

    [Fact]
    public void Sealed_ChangedInAnyByte_OrCutOff_DoesNotOpen()
    {
        var whole = KeyCipher.Seal(Key, "a secret"u8);

        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            Should.Throw<CryptographicException>(() => KeyCipher.Open(Key, changed), $"byte {at}");
            Should.Throw<CryptographicException>(() => KeyCipher.Open(Key, whole.AsSpan(0, at)), $"only {at} bytes");
        }
    }

    [Fact]
    public void Sealed_WithAnotherKey_DoesNotOpen()
    {
        Should.Throw<CryptographicException>(() => KeyCipher.Open(RandomNumberGenerator.GetBytes(32), KeyCipher.Seal(Key, "a secret"u8)));
    }
}
