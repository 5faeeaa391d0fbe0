using Lifeguard.Duties.Contracts;
using Lifeguard.Reference.Contracts;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Duties.Calendar;

public sealed class OpeningHoursTests
{
    public static TheoryData<string> Cases => CaseTable.Names("opening-hours.csv");

    public static TheoryData<string> Refused => CaseTable.Names("opening-hours-refused.csv");

    public static TheoryData<string> Numbers => CaseTable.Names("number-now.csv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void OpeningHours_OfTheCaseTable_AreOpenWhenTheTableSays(string name)
    {
        var row = CaseTable.Row("opening-hours.csv", name);
        var hours = OpeningHours.Parse(row["hours"]);
        var nation = Calendars.Of(Calendars.Named(row["nation"]));
        var at = CaseTable.Instant(row["at"]);

        var isOpen = hours.IsOpen(at, nation);
        var next = hours.NextOpening(at, nation);

        isOpen.ShouldBe(row["open"] == "yes");
        next.ShouldBe(CaseTable.Instant(row["next"]));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void OpeningHours_ThatMakeNoSense_AreRefusedInWords(string name)
    {
        var text = CaseTable.Row("opening-hours-refused.csv", name)["hours"];

        var read = OpeningHours.TryParse(text, out _, out var fault);

        read.ShouldBeFalse();
        fault.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Choose_OfTheCaseTable_GivesTheNumberThatIsAnsweredNow(string name)
    {
        var row = CaseTable.Row("number-now.csv", name);

        var chosen = NumberNow.Choose(NumbersOf(row["area"]), CaseTable.Instant(row["at"]), Calendars.Of(Nation.England));

        (chosen?.Label ?? "none").ShouldBe(row["label"]);
    }

    [Fact]
    public void HelplineHours_CanAllBeRead()
    {
        var lines = new Lifeguard.Reference.Model.BuiltInReference(
            Lifeguard.Reference.Model.ReferenceData.Read(Lifeguard.Reference.Model.ReferenceFiles.BuiltIn())).Helplines;

        var faults = lines.Where(line => line.Hours is not null && !OpeningHours.TryParse(line.Hours, out _, out _)).Select(line => line.Key);

        faults.ShouldBeEmpty();
    }

    // The two areas and their hours are B-106's own example.
    private static NumberWithHours[] NumbersOf(string area)
    {
        var day = area == "one" ? "Mon-Thu 08:00-17:30; Fri 08:00-16:30" : "Mon-Fri 09:00-17:00";
        NumberWithHours night = new("Out of hours", "01632 960002", OpeningHours.Always);
        NumberWithHours nightOnly = new("Out of hours", "01632 960003", OpeningHours.Parse("Mon-Fri 17:00-08:00"));
        return area == "three" ? [nightOnly] : [new("Social care", "01632 960001", OpeningHours.Parse(day)), night];
    }
}
