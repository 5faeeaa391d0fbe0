using Lifeguard.Reference.Contracts;
using Lifeguard.Reference.Model;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Reference;

public sealed class IncidentTypeTests
{
    private static readonly BuiltInReference Facts = new(ReferenceData.Read(ReferenceFiles.BuiltIn()));

    [Fact]
    public void IncidentTypes_BeginWithTheTwelve()
    {
        Facts.IncidentTypes.Take(12).Select(type => type.Key).ShouldBe(
        [
            "online-bullying", "bypassing-security", "hacking-or-malware", "hate-material", "terrorist-material", "online-grooming",
            "online-radicalisation", "child-abuse-images", "online-gambling", "pornography-legal", "pornography-illegal", "other",
        ]);
        Facts.IncidentTypes.Skip(12).ShouldAllBe(type => !type.IsStandard);
        Facts.IncidentType("other")!.NeedsWords.ShouldBeTrue();
    }

    [Theory]
    [InlineData("sexting", "nudes-and-semi-nudes")]
    [InlineData("Youth-produced sexual imagery", "nudes-and-semi-nudes")]
    [InlineData("cyber bullying", "online-bullying")]
    [InlineData("CYBERBULLYING", "online-bullying")]
    [InlineData("sextortion", "threat-to-share-images")]
    [InlineData("deepfake", "ai-made-sexual-images")]
    [InlineData("soft core pornography", "pornography-legal")]
    [InlineData("filter breach", "filter-failure")]
    [InlineData("gaming disorder", "problematic-use")]
    public void FindIncidentTypes_ByAnOlderName_PutsTodaysTypeFirst(string words, string key) =>
        Facts.FindIncidentTypes(words)[0].Key.ShouldBe(key);

    [Fact]
    public void FindIncidentTypes_ForNonsense_FindsNothing() => Facts.FindIncidentTypes("qqzz").ShouldBeEmpty();

    [Theory]
    [InlineData("nudes-and-semi-nudes")]
    [InlineData("threat-to-share-images")]
    [InlineData("ai-made-sexual-images")]
    [InlineData("upskirting")]
    [InlineData("child-abuse-images")]
    [InlineData("indecent-images-on-device")]
    [InlineData("pornography-legal")]
    [InlineData("pornography-illegal")]
    [InlineData("unasked-sexual-image")]
    [InlineData("live-streaming")]
    [InlineData("a-type-nobody-knows")]
    public void MayHoldFiles_WhereASexualPictureMayBeConcerned_IsFalseWhateverElseIsTicked(string key) =>
        Facts.MayHoldFiles(["suspicious-email", key]).ShouldBeFalse();

    [Fact]
    public void MayHoldFiles_ForASuspiciousEmail_IsTrue() => Facts.MayHoldFiles(["suspicious-email", "scam-or-fraud"]).ShouldBeTrue();

    [Fact]
    public void NeverDo_ForSeveralTypes_SaysEachSentenceOnceAndPicturesFirst()
    {
        var says = Facts.NeverDo(["online-bullying", "nudes-and-semi-nudes"]);

        says[0].ShouldBe("Do not look at it, and do not ask to be shown it.");
        says.ShouldBeUnique();
        says.ShouldContain("Do not bring the children together to sort it out.");
    }

    [Theory]
    [InlineData("content/commercial", FourC.Commerce)]
    [InlineData("contact/commercial", FourC.Commerce)]
    [InlineData("conduct/commercial", FourC.Commerce)]
    [InlineData("content/values", FourC.Content)]
    [InlineData("contact/sexual", FourC.Contact)]
    [InlineData("conduct/sexual", FourC.Conduct)]
    public void FourCsOf_ACell_IsTodaysArea(string cell, FourC area) =>
        Facts.FourCsOf([RiskCell.Parse(cell, null)]).ShouldBe([area]);

    [Fact]
    public void FourCsOf_SeveralCells_NamesEachAreaOnceInOrder() =>
        Facts.FourCsOf([new(RiskRow.Conduct, RiskColumn.Commercial), new(RiskRow.Content, RiskColumn.Sexual), new(RiskRow.Content, RiskColumn.Values)])
            .ShouldBe([FourC.Content, FourC.Commerce]);

    [Theory]
    [InlineData("content")]
    [InlineData("content/1")]
    [InlineData("1/sexual")]
    [InlineData("content/sexual/values")]
    [InlineData(null)]
    public void RiskCell_ThatIsNone_IsNotRead(string? text) => RiskCell.TryParse(text, null, out _).ShouldBeFalse();
}
