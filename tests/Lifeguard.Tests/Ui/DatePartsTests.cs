using Lifeguard.Ui.Tags;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Ui;

public sealed class DatePartsTests
{
    [Theory]
    [InlineData("29", "2", "2024", 2024, 2, 29)]
    [InlineData(" 3 ", "03", "2026", 2026, 3, 3)]
    [InlineData("1", "September", "2026", 2026, 9, 1)]
    [InlineData("1", "sep", "2026", 2026, 9, 1)]
    public void TryToDate_WithARealDate_GivesIt(string day, string month, string year, int y, int m, int d)
    {
        var read = new DateParts(day, month, year).TryToDate("The date", out var date, out var error);

        read.ShouldBeTrue();
        error.ShouldBeEmpty();
        date.ShouldBe(new DateOnly(y, m, d));
    }

    [Theory]
    [InlineData(null, null, null, "Enter the date it happened")]
    [InlineData("", " ", "", "Enter the date it happened")]
    [InlineData("27", "", "2026", "The date it happened must include a month")]
    [InlineData("", "3", "", "The date it happened must include a day and year")]
    [InlineData("30", "2", "2026", "The date it happened must be a real date")]
    [InlineData("0", "1", "2026", "The date it happened must be a real date")]
    [InlineData("1", "13", "2026", "The date it happened must be a real date")]
    [InlineData("1", "1", "99999", "The date it happened must be a real date")]
    [InlineData("-1", "1", "2026", "The date it happened must be a real date")]
    [InlineData("one", "1", "2026", "The date it happened must be a real date")]
    [InlineData("1", "1", "26", "Year must have 4 numbers")]
    public void TryToDate_WithoutOne_SaysWhatIsMissing(string? day, string? month, string? year, string expected)
    {
        var read = new DateParts(day, month, year).TryToDate("The date it happened", out _, out var error);

        read.ShouldBeFalse();
        error.ShouldBe(expected);
    }

    [Fact]
    public void DateInput_WithoutItsMonth_MarksAndLinksTheMonthAlone()
    {
        var rig = new TagRig();
        rig.State.AddModelError("When", "The date must include a month");

        var page = PlainDom.Parse(rig.Html(new TagPart(new ErrorSummaryTag()), new TagPart(new DateInputTag { Name = "When", Value = new DateParts("27", "", "2026") })));

        page.QuerySelectorAll(".govuk-input--error").Select(box => box.Id).ShouldBe(["When-month"]);
        page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#When-month");
    }
}
