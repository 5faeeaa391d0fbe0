using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Tests.DataProtection;

/// <summary>When a period is over. Nothing is ever over too early.</summary>
public sealed class RuleTests
{
    private static readonly DateOnly Raised = new(2026, 3, 2);
    private static readonly DateOnly Closed = new(2026, 6, 30);

    [Theory]
    [InlineData("Closed", 6, "2032-06-30")]
    [InlineData("Raised", 10, "2036-03-02")]
    [InlineData("Birthday", 25, "2038-05-04")]
    public void Period_IsCountedFromItsDay(string basis, int years, string over)
    {
        Rule(basis, years).EndOf(Record() with { YoungestBornOn = new DateOnly(2013, 5, 4) }).ShouldBe(DateOnly.Parse(over, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void UnknownBirthday_CountsFromTheDayItWasRaised_WhichCanOnlyBeLater()
    {
        Rule("Birthday", 25).EndOf(Record()).ShouldBe(new DateOnly(2051, 3, 2));
    }

    [Fact]
    public void BirthdayAfterTheRecord_IsAMistake_AndDoesNotShortenAnything()
    {
        Rule("Birthday", 25).EndOf(Record() with { YoungestBornOn = new DateOnly(2030, 1, 1) }).ShouldBe(new DateOnly(2051, 3, 2));
    }

    [Fact]
    public void OpenRecord_HasNoEnd()
    {
        Rule("Raised", 1).EndOf(Record() with { ClosedOn = null }).ShouldBeNull();
    }

    [Fact]
    public void LeapDay_EndsOnTheLastOfFebruary()
    {
        Rule("Raised", 1).EndOf(Record() with { RaisedOn = new DateOnly(2028, 2, 29) }).ShouldBe(new DateOnly(2029, 2, 28));
    }

    [Theory]
    [InlineData("Copy", "2026-01-30", false, "2026-03-02")]
    [InlineData("Copy", "2026-09-03", false, "2026-10-05")]
    [InlineData("Copy", "2026-09-03", true, "2026-12-03")]
    [InlineData("Complaint", "2026-07-01", false, "2026-07-31")]
    [Requirement("A-274"), Requirement("B-298")]
    public void Request_IsDueInACalendarMonth_OnAWorkingDay(string kind, string received, bool extended, string due)
    {
        var day = DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture);

        PersonRequest.Due(Enum.Parse<RequestKind>(kind), day, extended, one => one.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ShouldBe(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Week_IsLivedThrough_AndAClockThatJumpsBringsItOneDayNearer()
    {
        var at = new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);
        var purge = Purge.Propose(new RecordRef("incident", Guid.Empty), "x", "y", new Deed(Guid.Empty, new Guid("00000000-0000-0000-0000-000000000001"), "One", at));
        purge.Confirm(new Deed(Guid.Empty, new Guid("00000000-0000-0000-0000-000000000002"), "Two", at)).IsDone.ShouldBeTrue();

        purge.CountDay(at.AddHours(23)).ShouldBeFalse();
        purge.CountDay(at.AddYears(14)).ShouldBeTrue();
        purge.CountDay(at.AddYears(14).AddHours(23)).ShouldBeFalse();
        purge.DaysWaited.ShouldBe(1);

        // Somebody sets it right again: the day begins anew, and counts after a day.
        purge.CountDay(at.AddDays(1)).ShouldBeTrue();
        purge.DaysWaited.ShouldBe(1);
        purge.CountDay(at.AddDays(2)).ShouldBeTrue();
        purge.DaysWaited.ShouldBe(2);
        purge.IsRipe.ShouldBeFalse();
    }

    private static RuleInForce Rule(string basis, int years) =>
        new(null!, null!, Enum.Parse<RetentionBasis>(basis), years, null, null);

    private static KeptRecord Record() => new(new RecordRef("incident", Guid.Empty), Guid.Empty, "x", "Incident", "the safeguarding team") { RaisedOn = Raised, ClosedOn = Closed };
}
