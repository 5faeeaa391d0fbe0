using System.Text;
using Lifeguard.Access.Model;

namespace Lifeguard.Tests.Access.Model;

public sealed class AuthenticatorCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // The vectors of RFC 6238, appendix B, cut to six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Code_IsThatOfTheStandard(long seconds, string code)
    {
        AuthenticatorCode.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void Code_IsGoodForAStepBeforeAndAfter(int seconds, bool isGood)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);

        (AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, now.AddSeconds(seconds)), now, null) is not null).ShouldBe(isGood);
    }

    [Fact]
    public void Code_IsGoodOnce_AndSoIsEveryOlderOne()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, now), now, null);

        AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, now), now, step).ShouldBeNull();
        AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, now.AddSeconds(-30)), now, step).ShouldBeNull();
        AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, now.AddSeconds(30)), now, step).ShouldNotBeNull();
    }

    [Fact]
    public void Key_IsTypedInGroupsOfFour()
    {
        AuthenticatorCode.InGroups(Key).ShouldBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
