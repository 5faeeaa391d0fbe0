using Lifeguard.Reference.Contracts;
using Lifeguard.Reference.Model;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Reference;

public sealed class HelplineAndLawTests
{
    private static readonly BuiltInReference Facts = new(ReferenceData.Read(ReferenceFiles.BuiltIn()));

    [Theory]
    [InlineData("police-999", "999")]
    [InlineData("police-101", "101")]
    [InlineData("childline", "0800 1111")]
    [InlineData("nspcc", "0808 800 5000")]
    [InlineData("posh", "0344 381 4772")]
    [InlineData("samaritans", "116 123")]
    [InlineData("report-fraud", "0300 123 2040")]
    public void Helpline_HasItsNumber(string key, string number) => Facts.Helpline(key)!.Number.ShouldBe(number);

    [Fact]
    public void HelplinesFor_AChild_BeginWithTheEmergencyNumber()
    {
        var lines = Facts.HelplinesFor(Audience.Children, Nation.Wales).Select(line => line.Key).ToList();

        lines[0].ShouldBe("police-999");
        lines.ShouldContain("childline");
        lines.ShouldContain("report-remove");
        lines.ShouldNotContain("posh");
    }

    [Theory]
    [InlineData(Nation.England, true)]
    [InlineData(Nation.Scotland, false)]
    public void HelplinesFor_ANation_LeaveOutWhatDoesNotServeIt(Nation nation, bool serves) =>
        Facts.HelplinesFor(Audience.Parents, nation).Any(line => line.Key == "report-fraud").ShouldBe(serves);

    [Fact]
    public void LawsFor_ATypeAndNation_LeaveOutOtherNationsAndReplacedLaw()
    {
        var england = Facts.LawsFor("child-abuse-images", Nation.England).Select(law => law.Key).ToList();
        var scotland = Facts.LawsFor("child-abuse-images", Nation.Scotland).Select(law => law.Key).ToList();

        england.ShouldContain("protection-of-children-1978");
        england.ShouldNotContain("civic-government-scotland-1982");
        scotland.ShouldContain("civic-government-scotland-1982");
        Facts.LawsFor("data-breach", Nation.England).ShouldAllBe(law => law.State != LawState.Replaced);
    }

    [Fact]
    public void YearGroups_OfEngland_BeginBeforeReceptionAndEndInYear14()
    {
        var years = Facts.YearGroups(Nation.England).Select(year => year.Key).ToList();

        years[..3].ShouldBe(["nursery", "reception", "year-1"]);
        years[^1].ShouldBe("year-14");
    }

    [Fact]
    public void YearGroups_OfScotland_AreItsOwn() =>
        Facts.YearGroups(Nation.Scotland).Select(year => year.Label).ShouldBe(["Nursery", "Primary 1", "Primary 2", "Primary 3", "Primary 4", "Primary 5", "Primary 6", "Primary 7", "S1", "S2", "S3", "S4", "S5", "S6"]);
}
