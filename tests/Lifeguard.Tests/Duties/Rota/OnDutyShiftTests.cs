using System.Globalization;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Reference.Contracts;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Duties.Rota;

public sealed class OnDutyShiftTests
{
    [Theory]
    [InlineData("2026-11-20T07:30Z", false)] // still Thursday's day of duty
    [InlineData("2026-11-20T10:00Z", false)]
    [InlineData("2026-11-20T16:29Z", false)]
    [InlineData("2026-11-20T16:30Z", true)]
    [InlineData("2026-11-21T03:00Z", true)]
    [InlineData("2026-11-22T23:30Z", true)]
    [InlineData("2026-11-23T07:59Z", true)]
    [InlineData("2026-11-23T08:00Z", false)]
    public void WeekendOutOfHours_RunsFromFridaysCloseToMondaysOpening(string at, bool covers) =>
        Shift("2026-11-20", "2026-11-22", OnDutyTimes.OutOfHours).Covers(Instant(at), School).ShouldBe(covers);

    [Theory]
    [InlineData("2026-11-23T07:59Z", false)]
    [InlineData("2026-11-23T08:00Z", true)]
    [InlineData("2026-11-25T12:00Z", true)]
    [InlineData("2026-11-25T18:00Z", false)]
    [InlineData("2026-11-27T16:29Z", true)]
    [InlineData("2026-11-28T10:00Z", false)]
    public void WeekInSchoolHours_LeavesTheNightsOut(string at, bool covers) =>
        Shift("2026-11-23", "2026-11-28", OnDutyTimes.SchoolHours).Covers(Instant(at), School).ShouldBe(covers);

    [Fact]
    public void Holiday_IsOutOfHours_AllDay()
    {
        Shift("2026-12-25", "2026-12-25", OnDutyTimes.OutOfHours).Covers(Instant("2026-12-25T11:00Z"), School).ShouldBeTrue();
        Shift("2026-12-25", "2026-12-25", OnDutyTimes.SchoolHours).Covers(Instant("2026-12-25T11:00Z"), School).ShouldBeFalse();
    }

    [Theory]
    [InlineData(nameof(OnDutyTimes.OutOfHours), "2026-11-21T03:00Z", "2026-11-23T08:00Z")]
    [InlineData(nameof(OnDutyTimes.OutOfHours), "2026-11-20T17:00Z", "2026-11-23T08:00Z")]
    [InlineData(nameof(OnDutyTimes.SchoolHours), "2026-11-20T09:00Z", "2026-11-20T16:30Z")]
    [InlineData(nameof(OnDutyTimes.DayAndNight), "2026-11-20T09:00Z", "2026-11-23T08:00Z")]
    public void Until_IsTheEndOfTheStretch(string times, string at, string until) =>
        Shift("2026-11-20", "2026-11-22", Enum.Parse<OnDutyTimes>(times)).Until(Instant(at), School).ShouldBe(Instant(until));

    [Theory]
    [InlineData("2026-11-19T20:00Z", "2026-11-20T08:00Z")]
    [InlineData("2026-11-21T20:00Z", "2026-11-21T20:00Z")]
    [InlineData("2026-11-23T20:00Z", null)]
    public void CoversNext_SaysWhenItBegins(string at, string? begins) =>
        Shift("2026-11-20", "2026-11-22", OnDutyTimes.OutOfHours).CoversNext(Instant(at), School).ShouldBe(begins is null ? null : Instant(begins));

    private static Lifeguard.Duties.Contracts.SchoolCalendar School => Calendars.School(Nation.England);

    private static OnDutyShift Shift(string first, string last, OnDutyTimes times) => new()
    {
        Id = Guid.Empty,
        Org = Guid.Empty,
        IdentityId = Guid.Empty,
        Name = "Somebody",
        FirstDay = DateOnly.Parse(first, CultureInfo.InvariantCulture),
        LastDay = DateOnly.Parse(last, CultureInfo.InvariantCulture),
        Times = times,
        SetAt = default,
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
