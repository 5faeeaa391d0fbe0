using System.Text;
using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Tests.Addresses;

public sealed class LookAlikeTests
{
    /// <summary>Of letters with accents, Unicode itself says which letter they are; our table may leave one out, but never name another.</summary>
    [Fact]
    public void AccentedLetters_LookLikeTheirOwnLetter()
    {
        List<string> wrong = [];
        for (var code = 0xc0; code < 0x1f00; code++)
        {
            if (!Rune.IsValid(code)) continue;
            var plain = LookAlikes.Letter(code);
            var parts = new Rune(code).ToString().Normalize(NormalizationForm.FormD);
            if (plain == 0 || parts.Length < 2 || parts[0] is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z')) continue;
            if ((char)plain != char.ToLowerInvariant(parts[0])) wrong.Add($"U+{code:X4} {new Rune(code)} is {parts[0]}, not {(char)plain}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("xn--blcked-xxa.test", "blocked.test")]
    [InlineData("xn--80ak6aa92e.test", "apple.test")]
    [InlineData("www.xn--fa-hia.test", "www.fass.test")]
    [InlineData("xn--fsqu00a.test", "")]
    public void Skeleton_IsWhatAReaderSees(string host, string seen)
    {
        Span<byte> into = stackalloc byte[WebAddress.HostSpace];

        var length = Punycode.Skeleton(Encoding.ASCII.GetBytes(host), into);

        Encoding.ASCII.GetString(into[..length]).ShouldBe(seen);
    }
}
