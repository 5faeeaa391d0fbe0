using System.Globalization;
using System.Net;
using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Duties.Rota;

public sealed class RotaPageTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("dsl")]
    [InlineData("deputy2")]
    [InlineData("head")]
    [InlineData("trust-dsl")]
    public async Task Set_PutsSomebodyOfTheTeamOnDuty_OnceAndJournalled(string part)
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast[part]);
        var page = await browser.GetAsync($"/rota?school={cast.School}");

        var after = await SetAsync(page, cast["deputy1"], "DayAndNight", "01632 960 001");
        await SetAsync(page, cast["deputy1"], "DayAndNight", "01632 960 001");

        after.Path.ShouldBe("/rota");
        after.Text.ShouldContain("The duty is set");
        after.Text.ShouldContain("On duty now: Devika Upton, until Wednesday 18 November 2026, 8:00am.");
        (await ShiftsAsync(cast)).ShouldHaveSingleItem().Telephone.ShouldBe("01632 960 001");
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(row => row.RecordId == cast.School && row.Act == nameof(OnDutySet)))).ShouldBe(1);
        (await (await world.SignedInAsync(cast["deputy1"])).GetAsync("/home")).Text.ShouldContain("You are on duty until Wednesday 18 November 2026, 8:00am");
    }

    [Fact]
    public async Task Set_InTheNight_BeginsWithTheDayOfDutyThatRunsNow()
    {
        var cast = await Cast.GatherAsync(world);
        var now = world.Clock.GetUtcNow();
        world.Clock.JumpTo(DateTimeOffset.Parse("2026-11-18T01:37+00:00", CultureInfo.InvariantCulture));
        var page = await (await world.SignedInAsync(cast["dsl"])).GetAsync("/rota");

        var after = await SetAsync(page, cast["deputy1"], "DayAndNight", "");
        world.Clock.JumpTo(now);

        after.Text.ShouldContain("On duty now: Devika Upton, until Wednesday 18 November 2026, 8:00am.");
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("chair")]
    [InlineData("technician")]
    [InlineData("administrator")]
    public async Task Page_ForAnybodyElse_IsNotThere(string part)
    {
        var cast = await Cast.GatherAsync(world);

        (await (await world.SignedInAsync(cast[part])).GetAsync("/rota")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnotherSchool_IsNotThere()
    {
        var (ours, theirs) = (await Cast.GatherAsync(world), await Cast.GatherAsync(world));

        (await (await world.SignedInAsync(ours["dsl"])).GetAsync($"/rota?school={theirs.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Set_SomebodyOutsideTheTeam_OrDaysThatDoNotFit_IsRefused()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast["dsl"])).GetAsync("/rota");

        var outsider = await SetAsync(page, cast["teacher"], "OutOfHours", "");
        var wrong = await page.SubmitAsync(form => form.Set("Person", cast["dsl"].IdentityId.ToString()).Set("Last.Day", "1").Set("Telephone", "ask me"), "Set the duty");

        outsider.Errors.ShouldBe(["Choose somebody who sits in the safeguarding team today."]);
        wrong.Errors.ShouldBe(["The last day must be today or later", "Select which part of the day", "Enter a telephone number, such as 01632 960001"]);
        (await ShiftsAsync(cast)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TakeBack_EndsIt_AndTwiceIsOnce()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await SetAsync(await (await world.SignedInAsync(cast["dsl"])).GetAsync("/rota"), cast["dsl"], "OutOfHours", "");

        var after = await page.SubmitAsync(button: "Take back: Dalia Sandford, 17 November 2026");
        var again = await page.SubmitAsync(button: "Take back: Dalia Sandford, 17 November 2026");

        after.Text.ShouldContain("The duty is taken back");
        again.Status.ShouldBe(HttpStatusCode.OK);
        (await ShiftsAsync(cast)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SomebodyWhoLeftTheTeam_IsOnDutyNoMore()
    {
        var cast = await Cast.GatherAsync(world);
        await SetAsync(await (await world.SignedInAsync(cast["dsl"])).GetAsync("/rota"), cast["deputy1"], "DayAndNight", "");
        (await NowAsync(cast)).ShouldHaveSingleItem();

        await world.DoAsync(async services => (await services.GetRequiredService<EndAppointment>().RunAsync(
            cast["deputy1"].PersonId, Role.DeputySafeguardingLead, UkTime.DateOf(world.Clock.GetUtcNow()).AddDays(-1), Deed.OfSystem(cast.School, "Test", world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

        (await NowAsync(cast)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheOneSetLast_StandsFirst()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast["dsl"])).GetAsync("/rota");
        await SetAsync(page, cast["deputy1"], "DayAndNight", "");
        world.Clock.PassMinutes(1);
        await SetAsync(page, cast["deputy2"], "SchoolHours", "");

        (await NowAsync(cast)).Select(one => one.Name).ShouldBe(["Duncan Yardley", "Devika Upton"]);
    }

    private static Task<PageSeen> SetAsync(PageSeen page, Someone who, string times, string telephone) =>
        page.SubmitAsync(form => form.Set("Person", who.IdentityId.ToString()).Set("Times", times).Set("Telephone", telephone), "Set the duty");

    private Task<List<OnDutyShift>> ShiftsAsync(Cast cast) => world.DoAsync(services => services.GetRequiredService<Store>().Set<OnDutyShift>().AsNoTracking().Where(one => one.Org == cast.School).ToListAsync());

    private Task<IReadOnlyList<OnDutyCard>> NowAsync(Cast cast) => world.DoAsync(services => services.GetRequiredService<IOnDuty>().AtAsync(cast.School, world.Clock.GetUtcNow(), CancellationToken.None));
}
