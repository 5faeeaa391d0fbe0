using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Print;

namespace Lifeguard.Tests.Incidents.Pages.Print;

public sealed class RedactionTests
{
    private static readonly OnRecord Polly = Child(1, "Polly Upwood");
    private static readonly OnRecord Pavel = Child(2, "Pavel O'Neill-Łukasz");
    private static readonly OnRecord Zoe = Child(3, "Zoë Upwood");

    [Theory]
    [InlineData("Pavel O'Neill-Łukasz sent it", "Child B sent it")]
    [InlineData("PAVEL sent it to pavel's cousin", "Child B sent it to Child B's cousin")]
    [InlineData("It was Pavels phone", "It was Child Bs phone")]
    [InlineData("pavel_oneilllukasz09 posted", "Child B09 posted")]
    [InlineData("P. O’Neill-Lukasz was there", "Child B was there")]
    [InlineData("Mr Neill did not know", "Mr Neill did not know")]
    [InlineData("O'Neill-Łukasz, Pavel", "Child B")]
    [InlineData("Zoe and Zoë and ZOE\u0308", "Child C and Child C and Child C")]
    [InlineData("Polly Upwood told us", "Polly Upwood told us")]
    [InlineData("The Upwood family", "The Upwood family")]
    [InlineData("Nobody else", "Nobody else")]
    public void Say_ForOneChild_TakesOutTheOthers(string words, string expected) =>
        Redaction.Of(new PrintChoice(true, Names.OneChild, 1), [Polly, Pavel, Zoe]).Say(words).ShouldBe(expected);

    [Fact]
    public void Say_ForNoChild_SaysOfASharedNameThatItMayBeEither()
    {
        var redaction = Redaction.Of(new PrintChoice(true, Names.NoChild, null), [Polly, Pavel, Zoe]);

        redaction.Say("Miss Upwood and Zoe Upwood").ShouldBe("Miss Child A or Child C and Child C");
    }

    [Fact]
    public void Say_OfSomebodyOnlyDescribed_LeavesEverydayWordsAlone()
    {
        var described = new OnRecord(1, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), "a boy called Jayden", "a boy called Jayden", NamedAs.Unknown, Part.SaidToHaveDoneIt, false, "", false);

        Redaction.Of(new PrintChoice(true, Names.NoChild, null), [described]).Say("A boy in Year 9, Jayden, said that he was called").ShouldBe("A boy in Year 9, Person A, said that he was called");
    }

    [Theory]
    [InlineData(null, "all")]
    [InlineData("with", null)]
    [InlineData("with", "al")]
    [InlineData("with", "-1")]
    [InlineData("maybe", "all")]
    public void Read_OfAnythingButAnExactChoice_IsNone(string? chronology, string? names) => PrintChoice.Read(chronology, names).ShouldBeNull();

    private static OnRecord Child(int number, string name) =>
        new(number, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), name, name, NamedAs.Pupil, Part.Harmed, true, "Year 8", false);
}
