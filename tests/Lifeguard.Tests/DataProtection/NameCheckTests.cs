using Lifeguard.DataProtection.Model;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Tests.DataProtection;

/// <summary>What is given away is looked through for everybody's names but the receiver's.</summary>
public sealed class NameCheckTests
{
    private static readonly Guid Own = new("00000000-0000-0000-0000-000000000001");

    private static readonly NameCheck Check = new(
    [
        Name(1, "Polly", "Upwood"), Name(2, "Peter", "Upwood"), Name(3, "Zoë", "Wilmot-Shaw", "Zed"), Name(4, "Rose", "Okonjo"),
    ], Own);

    [Theory]
    [InlineData("It was Zoe Wilmot Shaw who said it", "Zoe Wilmot Shaw")]
    [InlineData("okonjo, rose", "okonjo rose")]
    [InlineData("ZED WILMOT-SHAW'S phone", "ZED WILMOT SHAW")]
    [InlineData("Peter Upwood was there", "Peter Upwood")]
    public void WholeName_IsFound_HoweverItIsWritten(string text, string found)
    {
        Check.Whole(text).ShouldContain(found);
    }

    [Theory]
    [InlineData("Polly Upwood was harmed. Upwood is her name.")]
    [InlineData("another pupil rose from the chair and a member of staff wilted")]
    public void OwnName_AndOrdinaryWords_MayStand(string text)
    {
        Check.Whole(text).ShouldBeEmpty();
        Check.Perhaps(text).ShouldBeEmpty();
    }

    [Fact]
    public void SingleWord_WithACapitalLetter_IsLookedAt()
    {
        Check.Perhaps("Then Peter came, and Rose left.").ShouldBe(["Peter", "Rose"]);
    }

    private static KnownName Name(int number, string given, string family, params string[] knownAs) =>
        new(new Guid($"00000000-0000-0000-0000-00000000000{number}"), [given, .. knownAs], family, PersonKind.Pupil);
}
