using Lifeguard.Access.Model;

namespace Lifeguard.Tests.Access.Model;

public sealed class KnownPasswordTests
{
    private static readonly KnownPasswords BuiltIn = new(null);

    [Theory]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("Football2026!!")]
    [InlineData("passwordpassword")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("ababababababab")]
    public void PasswordsThatEverybodyTries_AreKnown(string password)
    {
        BuiltIn.Has(password).ShouldBeTrue();
    }

    [Theory]
    [InlineData(WaySteps.Good)]
    [InlineData("correct horse battery staple")]
    public void UnusualWords_AreNot(string password)
    {
        BuiltIn.Has(password).ShouldBeFalse();
    }

    [Fact]
    public void FileOfHashes_IsSearchedWhereItLies()
    {
        var file = Path.GetTempFileName();
        try
        {
            var hashes = Enumerable.Range(0, 500).Select(number => Hash($"word number {number}")).Order(StringComparer.Ordinal);
            File.WriteAllText(file, string.Join("\r\n", hashes.Select((hash, at) => $"{hash}:{at}")));
            var known = new KnownPasswords(file);

            Enumerable.Range(0, 500).ShouldAllBe(number => known.Has($"word number {number}"));
            Enumerable.Range(500, 500).ShouldAllBe(number => !known.Has($"word number {number}"));
        }
        finally
        {
            File.Delete(file);
        }
    }

#pragma warning disable CA5350 // As public lists are made.
    private static string Hash(string text) => Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
