using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Duties.Stored;

public sealed class DutyTests : IAsyncLifetime
{
    private static readonly Guid Lead = DutiesHouse.Key(10);
    private static readonly Guid Deputy = DutiesHouse.Key(11);
    private static readonly Guid Head = DutiesHouse.Key(12);
    private static readonly RecordRef Concern = new("concern", DutiesHouse.Key(100));
    private readonly DutiesHouse _house = new();

    private Viewer TheLead => _house.Viewer(Lead, "DesignatedSafeguardingLead", _house.School);

    private Viewer TheDeputy => _house.Viewer(Deputy, "DeputySafeguardingLead", _house.School);

    private Viewer TheHead => _house.Viewer(Head, "Head", _house.School);

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    [Requirement("B-202")]
    [Requirement("B-220")]
    public async Task UrgentConcern_ThatNobodyOpens_GoesToDeputyThenHeadThenTrust()
    {
        await OpenAsync(Concern, "urgent-concern");
        var trustLead = _house.Viewer(DutiesHouse.Key(13), "TrustSafeguardingLead", _house.Trust, _house.Trust, _house.School);

        await PassAsync(14);
        (await _house.DueForAsync(TheLead)).ShouldHaveSingleItem().IsUrgent.ShouldBeTrue();
        (await _house.DueForAsync(TheDeputy)).ShouldBeEmpty();

        await PassAsync(1);
        (await _house.DueForAsync(TheDeputy)).ShouldHaveSingleItem();
        (await _house.DueForAsync(TheHead)).ShouldBeEmpty();

        await PassAsync(15);
        (await _house.DueForAsync(TheHead)).ShouldHaveSingleItem();
        (await _house.DueForAsync(trustLead)).ShouldBeEmpty();

        await PassAsync(15);
        (await _house.DueForAsync(trustLead)).ShouldHaveSingleItem().StepsTaken.ShouldBe(3);
        _house.Higher.Overdue.Select(news => (news.Step, news.Desk)).ShouldBe([(1, "deputy-dsl"), (2, "head"), (3, "trust-or-authority")]);
    }

    [Fact]
    public async Task Settle_BeforeTheFirstStep_StopsTheChain()
    {
        await OpenAsync(Concern, "urgent-concern");
        _house.Clock.PassMinutes(10);

        (await _house.CommitAsync((duties, deed) => duties.SettleAsync(Concern, "open-concern", "opened", deed, Stop))).IsDone.ShouldBeTrue();
        await PassAsync(600);

        _house.Higher.Overdue.ShouldBeEmpty();
        (await _house.DueForAsync(TheLead)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunDue_AfterTheSiteWasDown_TakesEachMissedStepOnceAndInOrder()
    {
        await OpenAsync(Concern, "urgent-concern");
        _house.Clock.PassMinutes(300);

        var first = await _house.RunDueAsync();
        var second = await _house.RunDueAsync();

        first.ShouldBe(3);
        second.ShouldBe(0);
        _house.Higher.Overdue.Select(news => news.Step).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task RunDue_BySeveralCopiesAtOnce_TakesEachStepOnce()
    {
        for (var number = 200; number < 220; number++) await OpenAsync(new RecordRef("concern", DutiesHouse.Key(number)), "urgent-concern");
        _house.Clock.PassMinutes(15);

        var taken = await Task.WhenAll(_house.RunDueAsync(), _house.RunDueAsync(), _house.RunDueAsync());

        taken.Sum().ShouldBe(20);
    }

    [Fact]
    public async Task RoutineConcern_OnFridayAfternoon_WaitsForSchoolTime()
    {
        await OpenAsync(Concern, "concern");

        await PassAsync(60 * 48);
        _house.Higher.Overdue.ShouldBeEmpty();

        _house.Clock.JumpTo(CaseTable.Instant("2026-11-23T09:10+00:00"));
        await _house.RunDueAsync();
        _house.Higher.Overdue.ShouldHaveSingleItem().Desk.ShouldBe("deputy-dsl");
    }

    [Fact]
    public async Task Allegation_ThatNobodyOpens_GoesToThePersonWhoTheRecordsRoomFinds()
    {
        _house.Higher.Alternate = DutiesHouse.Key(14);
        var alternate = _house.Viewer(DutiesHouse.Key(14), "Governor", _house.School);
        await OpenAsync(Concern, "allegation", DutyHolder.Person(Head));

        await PassAsync(59);
        (await _house.DueForAsync(alternate)).ShouldBeEmpty();

        await PassAsync(1);
        (await _house.DueForAsync(alternate)).ShouldHaveSingleItem();
        (await _house.DueForAsync(TheLead)).ShouldBeEmpty();
    }

    [Fact]
    public async Task DueFor_SomebodyWhoMayNotKnowOfTheRecord_IsEmptyThoughTheySitAtTheDesk()
    {
        await OpenAsync(Concern, "urgent-concern");
        _house.Higher.Hidden.Add((Concern.Id, Lead));

        (await _house.DueForAsync(TheLead)).ShouldBeEmpty();
        (await _house.WorkAsync(services => services.GetRequiredService<IDuties>().OpenForAsync(TheLead, Concern, Stop))).ShouldBeEmpty();
    }

    [Fact]
    public async Task DueFor_ARecordThatNoRoomAnswersFor_IsEmpty()
    {
        await OpenAsync(new RecordRef("orphan", DutiesHouse.Key(101)), "urgent-concern");

        (await _house.DueForAsync(TheLead)).ShouldBeEmpty();
    }

    [Fact]
    public async Task DueFor_TheSameRoleAtAnotherSchool_IsEmpty()
    {
        await OpenAsync(Concern, "urgent-concern");
        var elsewhere = _house.Viewer(DutiesHouse.Key(15), "DesignatedSafeguardingLead", _house.OtherSchool, _house.OtherSchool, _house.School);

        (await _house.DueForAsync(elsewhere)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_Twice_IsOneDuty()
    {
        await OpenAsync(Concern, "urgent-concern");
        await OpenAsync(Concern, "urgent-concern");

        (await _house.DueForAsync(TheLead)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task SettleAllFor_ARecord_LeavesOtherRecordsOpen()
    {
        var other = new RecordRef("concern", DutiesHouse.Key(102));
        await OpenAsync(Concern, "urgent-concern");
        await OpenAsync(other, "urgent-concern");

        await _house.CommitAsync((duties, deed) => duties.SettleAllForAsync(Concern, "closed", deed, Stop));

        (await _house.DueForAsync(TheLead)).ShouldHaveSingleItem().Record.ShouldBe(other);
    }

    [Fact]
    public async Task Open_WithoutACommit_LeavesNothing()
    {
        await _house.WorkAsync(async services =>
        {
            await services.GetRequiredService<IDuties>().OpenAsync(ToOpen(Concern, "urgent-concern"), new Deed(_house.School, Lead, "Lead", _house.Clock.GetUtcNow()), Stop);
            return true;
        });

        (await _house.DueForAsync(TheLead)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunDue_WhenOneReactionFails_PassesTheOthersOnAndTriesAgain()
    {
        var other = new RecordRef("concern", DutiesHouse.Key(103));
        await OpenAsync(Concern, "urgent-concern");
        await OpenAsync(other, "urgent-concern");
        _house.Higher.FailsFor = Concern.Id;

        await PassAsync(15);
        _house.Higher.Overdue.ShouldHaveSingleItem().About.ShouldBe(other);

        _house.Higher.FailsFor = null;
        await _house.RunDueAsync();
        _house.Higher.Overdue.Select(news => news.About).ShouldBe([other, Concern]);
    }

    [Fact]
    public async Task MinutesOfTheSchool_ReplaceTheUsualOnes()
    {
        await _house.RunAsync($"set lg.orgs = '{{{_house.School}}}'; insert into organisation_setting (org, key, value) values ('{_house.School}', 'duties.minutes.urgent-concern', '5,10,20')");
        await OpenAsync(Concern, "urgent-concern");

        await PassAsync(5);

        _house.Higher.Overdue.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task DutyWithoutAChain_BecomesOverdueOnce()
    {
        var duty = ToOpen(Concern, null) with { DueAt = _house.Clock.GetUtcNow().AddHours(1) };
        await _house.CommitAsync((duties, deed) => duties.OpenAsync(duty, deed, Stop));

        await PassAsync(60);
        await PassAsync(600);

        _house.Higher.Overdue.ShouldHaveSingleItem().Desk.ShouldBeNull();
        (await _house.DueForAsync(TheLead)).ShouldHaveSingleItem().IsOverdue.ShouldBeTrue();
    }

    [Fact]
    public async Task ReplaceTermDates_MovesTheRoutineStepsThatAreOpen()
    {
        await OpenAsync(Concern, "concern");
        TermPeriod[] periods = [new(TermPeriodKind.Open, "Autumn", new(2026, 9, 2), new(2026, 12, 18)), new(TermPeriodKind.Closed, "Training day", new(2026, 11, 23), new(2026, 11, 23))];

        var outcome = await _house.WorkAsync(services => services.GetRequiredService<ITermDates>()
            .ReplaceAsync(periods, new Deed(_house.School, Head, "Head", _house.Clock.GetUtcNow()), Stop));
        _house.Clock.JumpTo(CaseTable.Instant("2026-11-23T12:00+00:00"));
        await _house.RunDueAsync();

        outcome.IsDone.ShouldBeTrue();
        _house.Higher.Overdue.ShouldBeEmpty();
        _house.Clock.JumpTo(CaseTable.Instant("2026-11-24T09:10+00:00"));
        await _house.RunDueAsync();
        _house.Higher.Overdue.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ReplaceTermDates_ThatOverlapOrEndBeforeTheyBegin_IsRefusedWithEveryReason()
    {
        TermPeriod[] periods = [new(TermPeriodKind.Open, "A", new(2026, 9, 2), new(2026, 9, 1)), new(TermPeriodKind.Open, "", new(2026, 8, 1), new(2026, 9, 20))];

        var outcome = await _house.WorkAsync(services => services.GetRequiredService<ITermDates>()
            .ReplaceAsync(periods, new Deed(_house.School, Head, "Head", _house.Clock.GetUtcNow()), Stop));

        outcome.Refusals.Select(refusal => refusal.Code).ShouldBe(["ends-before-it-begins", "periods-overlap", "name-missing"]);
    }

    [Fact]
    public async Task CalendarOf_ASchoolInScotland_KnowsItsBankHolidays()
    {
        var calendar = await _house.WorkAsync(services => services.GetRequiredService<IWorkingTime>().ForAsync(_house.OtherSchool, Stop), _house.OtherSchool);

        calendar.IsWorkingDay(new DateOnly(2026, 11, 30)).ShouldBeFalse();
        calendar.IsWorkingDay(new DateOnly(2027, 3, 29)).ShouldBeTrue();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DutyToOpen ToOpen(RecordRef record, string? chain, DutyHolder? holder = null) => new()
    {
        Record = record,
        Key = "open-concern",
        Asks = "Open a new concern",
        Holders = [holder ?? DutyHolder.At("dsl")],
        Chain = chain,
    };

    private async Task OpenAsync(RecordRef record, string chain, DutyHolder? holder = null) =>
        (await _house.CommitAsync((duties, deed) => duties.OpenAsync(ToOpen(record, chain, holder), deed, Stop))).IsDone.ShouldBeTrue();

    private async Task PassAsync(int minutes)
    {
        _house.Clock.PassMinutes(minutes);
        await _house.RunDueAsync();
    }
}
