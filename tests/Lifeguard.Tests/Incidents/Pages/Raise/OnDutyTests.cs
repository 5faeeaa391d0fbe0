using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Raise;

/// <summary>Whoever is on duty is asked first and may be rung; where nobody is, a reporter learns until when nobody reads.</summary>
public sealed class OnDutyTests(World world) : IClassFixture<World>
{
    private const string Number = "01632 960 001";
    private static readonly DateTimeOffset InSchool = At(2026, 11, 17, 10, 20);
    private static readonly DateTimeOffset Evening = At(2026, 11, 17, 19, 0);

    [Fact]
    public async Task Start_OutOfHoursWithNobodyOnDuty_SaysUntilWhenAndWhomToRing()
    {
        var cast = await CastAsync(Evening);

        var page = await (await world.SignedInAsync(cast["teacher"])).GetAsync("/report");

        page.Text.ShouldContain("Tarrowby High School is closed and nobody is on duty. It may be that nobody reads a report before Wednesday 18 November 2026, 8:00am.");
        page.Text.ShouldContain("Numbers to ring now");
        page.Text.ShouldContain("999");
    }

    [Fact]
    public async Task Start_WithSomebodyOnDuty_SaysWhoAndUntilWhen_AndNoNameToAStranger()
    {
        var cast = await CastAsync(Evening);
        await OnDutyAsync(cast, "deputy1", OnDutyTimes.OutOfHours);
        var code = await CodeAsync(cast.School);

        var staff = await (await world.SignedInAsync(cast["teacher"])).GetAsync("/report");
        var stranger = await world.Stranger().GetAsync($"/report?code={code}");

        staff.Text.ShouldContain("On duty now at Tarrowby High School, if it cannot wait");
        staff.Text.ShouldContain($"{Number} Devika Upton, on duty for safeguarding On duty until Wednesday 18 November 2026, 8:00am");
        staff.Text.ShouldNotContain("nobody reads a report before");
        stranger.Text.ShouldContain($"{Number} The safeguarding lead on duty");
        stranger.Html.ShouldNotContain("Devika");
    }

    [Fact]
    public async Task Start_WhenCoverBeginsLater_NamesThatHour()
    {
        var cast = await CastAsync(At(2026, 11, 21, 1, 0)); // the night to Saturday
        await OnDutyAsync(cast, "deputy1", OnDutyTimes.OutOfHours, new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 22));

        var page = await (await world.SignedInAsync(cast["teacher"])).GetAsync("/report");

        page.Text.ShouldContain("nobody reads a report before Saturday 21 November 2026, 8:00am");
    }

    [Fact]
    public async Task Start_InSchoolHoursWithoutARota_SaysNothingMore()
    {
        var cast = await CastAsync(InSchool);

        var page = await (await world.SignedInAsync(cast["teacher"])).GetAsync("/report");

        page.Text.ShouldNotContain("nobody reads a report before");
        page.Text.ShouldNotContain("On duty");
    }

    [Fact]
    public async Task DangerNow_PutsWhoeverIsOnDutyBeforeAllButTheEmergencyNumber()
    {
        var cast = await CastAsync(InSchool);
        await OnDutyAsync(cast, "deputy2", OnDutyTimes.SchoolHours);

        var page = await (await (await world.SignedInAsync(cast["teacher"])).GetAsync("/report")).SubmitAsync(form => form.Set("Danger", "Yes"));

        page.Document.QuerySelectorAll(".lg-danger-box__number").Select(one => one.TextContent.Trim()).Take(2).ShouldBe(["999", Number]);
    }

    [Fact]
    public async Task Receipt_OutOfHours_SaysThatSomebodyIsOnDutyAndShowsTheNumber()
    {
        var cast = await CastAsync(Evening);
        await OnDutyAsync(cast, "deputy1", OnDutyTimes.OutOfHours);

        var page = await ReceiptAsync(cast, urgent: true);

        page.Text.ShouldContain("Somebody of the safeguarding team is on duty and has been told");
        page.Text.ShouldContain($"{Number} Devika Upton, on duty for safeguarding");
        page.Text.ShouldNotContain("It may be that nobody reads");
    }

    [Fact]
    public async Task Receipt_OutOfHoursWithNobodyOnDuty_SaysUntilWhen()
    {
        var cast = await CastAsync(Evening);

        (await ReceiptAsync(cast, urgent: true)).Text.ShouldContain("It may be that nobody reads this before Wednesday 18 November 2026, 8:00am.");
    }

    [Theory]
    [InlineData("deputy1")] // on duty, and said to have done it
    [InlineData("teacher2")] // an allegation is not the team's
    public async Task Receipt_OfAnAllegation_NeverSendsTheReporterToWhoeverIsOnDuty(string accused)
    {
        var cast = await CastAsync(Evening);
        await OnDutyAsync(cast, "deputy1", OnDutyTimes.OutOfHours);

        var page = await ReceiptAsync(cast, urgent: true, accused);

        page.Text.ShouldContain("It may be that nobody reads this before Wednesday 18 November 2026, 8:00am.");
        page.Html.ShouldNotContain("Devika");
        page.Html.ShouldNotContain(Number);
    }

    [Fact]
    [Requirement("B-202")]
    public async Task UrgentConcern_BeginsWithWhoeverIsOnDuty_ThenAsksTheWholeDesk()
    {
        var cast = await CastAsync(InSchool);
        await OnDutyAsync(cast, "deputy1", OnDutyTimes.SchoolHours);
        await ReceiptAsync(cast, urgent: true);
        var record = await RecordAsync(cast);

        string[] team = ["dsl", "deputy1", "deputy2"];
        (await HoldersAsync(cast, team)).ShouldBe(["deputy1"]);
        (await ToldAsync(cast, record, team)).ShouldBe(["1", "1", "1"]);

        world.Clock.PassMinutes(15);
        await world.DoAsync(services => services.GetRequiredService<IDuties>().RunDueAsync(CancellationToken.None));

        (await HoldersAsync(cast, team)).ShouldBe(team);
        (await ToldAsync(cast, record, team)).ShouldBe(["2", "2", "2"]);
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().Where(one => one.Id == record).Select(one => one.Desks).SingleAsync())).ShouldBe(["SafeguardingTeam"]);
    }

    [Fact]
    public async Task UrgentConcern_WithTheTrustsLeadOnDuty_TellsThemAtOnce()
    {
        var cast = await CastAsync(Evening);
        await OnDutyAsync(cast, "trust-dsl", OnDutyTimes.OutOfHours);
        await ReceiptAsync(cast, urgent: true);

        (await ToldAsync(cast, await RecordAsync(cast), ["trust-dsl", "dsl"])).ShouldBe(["1", "1"]);
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private async Task<Cast> CastAsync(DateTimeOffset at)
    {
        world.Clock.JumpTo(at);
        return await Cast.GatherAsync(world);
    }

    private Task OnDutyAsync(Cast cast, string part, OnDutyTimes times, DateOnly? first = null, DateOnly? last = null) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var at = world.Clock.GetUtcNow();
        var today = UkTime.DateOf(at);
        var shift = new OnDutyShift
        {
            Id = Guid.CreateVersion7(at),
            Org = cast.School,
            IdentityId = cast[part].IdentityId,
            Name = cast[part].Name,
            FirstDay = first ?? today,
            LastDay = last ?? today,
            Times = times,
            Telephone = Number,
            SetAt = at,
        };
        store.Add(shift);
        await store.CommitAsync(Deed.OfSystem(cast.School, "Test", at), new OnDutySet(new RecordRef("organisation", cast.School), shift.Id, shift.IdentityId, shift.Name, shift.FirstDay, shift.LastDay, times.ToString()), CancellationToken.None);
    });

    private Task<string> CodeAsync(Guid school) => world.DoAsync(async services => (await services.GetRequiredService<IOrganisations>().GetAsync(school, CancellationToken.None))!.ReportCode);

    private async Task<PageSeen> ReceiptAsync(Cast cast, bool urgent, string? accused = null)
    {
        var reporter = await world.ViewerAsync(cast["teacher"]);
        List<Named> people = [new(cast["child"].PersonId, cast["child"].Name, NamedAs.Pupil, Part.Harmed)];
        if (accused is not null) people.Add(new(cast[accused].PersonId, cast[accused].Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt));
        var answers = new RaiseAnswers { Danger = urgent ? Danger.Yes : Danger.No, People = people, WhatHappened = "Something was sent", ImageryConcerned = false, WhoLooksAfterTheChild = accused is null ? null : "Her form tutor" };
        var receipt = await world.DoAsync(services => services.GetRequiredService<RaiseConcern>().RunAsync(Guid.CreateVersion7(world.Clock.GetUtcNow()), cast.School, reporter, answers, CancellationToken.None), reporter);
        return await (await world.SignedInAsync(cast["teacher"])).GetAsync($"/receipts/{receipt}");
    }

    private Task<Guid> RecordAsync(Cast cast) => world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().Where(one => one.Org == cast.School).Select(one => one.Id).SingleAsync());

    private async Task<List<string>> HoldersAsync(Cast cast, string[] parts)
    {
        List<string> holding = [];
        foreach (var part in parts)
        {
            var viewer = await world.ViewerAsync(cast[part]);
            if ((await world.DoAsync(services => services.GetRequiredService<IDuties>().DueForAsync(viewer, CancellationToken.None), viewer)).Count > 0) holding.Add(part);
        }

        return holding;
    }

    private async Task<IEnumerable<string>> ToldAsync(Cast cast, Guid record, string[] parts)
    {
        var letters = await world.DoAsync(services => services.GetRequiredService<Store>().Set<OutboxLetter>().AsNoTracking().Where(one => one.RecordId == record).ToListAsync());
        letters.ShouldAllBe(letter => letter.Urgency == LetterUrgency.Urgent);
        return parts.Select(part => $"{letters.Count(letter => letter.ToIdentity == cast[part].IdentityId)}");
    }
}
