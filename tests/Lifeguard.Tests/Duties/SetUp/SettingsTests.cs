using System.Net;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Duties.SetUp;

/// <summary>Where schools differ, whoever leads or sets up says so on one page, and the clocks follow.</summary>
public sealed class SettingsTests(World world) : IClassFixture<World>
{
    private const string Urgent = "duties.minutes.urgent-concern";

    [Theory]
    [InlineData("administrator")]
    [InlineData("dsl")]
    [InlineData("head")]
    public async Task ShorterWait_BringsTheNextUrgentConcernToTheDeputyEarlier(string part)
    {
        var desk = await DeskScene.SetAsync(world);
        var browser = await world.SignedInAsync(desk.Cast[part]);
        var before = await desk.RaiseAsync("Something was sent", true, desk.Pupil());

        var list = await SettleAsync(await OfAsync(browser, desk.Cast.School), 5, 20, 40);
        var after = await desk.RaiseAsync("Something was sent", true, desk.Pupil());

        list.Path.ShouldBe("/settings");
        list.Text.ShouldContain("Deputy safeguarding lead after 5 minutes");
        list.Text.ShouldContain("Settled here");
        (await FirstStepAsync(before.Id)).ShouldBe(15);
        (await FirstStepAsync(after.Id)).ShouldBe(5);
    }

    [Fact]
    public async Task SameAgain_IsOneDeed_AndLeavingItGivesTheUsualBack()
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast["administrator"]);

        await SettleAsync(await OfAsync(browser, cast.School), 5, 20, 40);
        await SettleAsync(await OfAsync(browser, cast.School), 5, 20, 40);
        (await DeedsAsync(cast.School)).ShouldBe(1);
        var list = await (await OfAsync(browser, cast.School)).SubmitAsync(button: "Do not settle it here any more");

        list.Text.ShouldNotContain("Settled here");
        list.Text.ShouldContain("Deputy safeguarding lead after 15 minutes");
        (await DeedsAsync(cast.School)).ShouldBe(2);
    }

    [Fact]
    public async Task TrustSettlesForItsSchools_UntilASchoolSettlesItself()
    {
        var cast = await Cast.GatherAsync(world);
        var trust = await world.SignedInAsync(cast["trust-dsl"]);
        var school = await world.SignedInAsync(cast["head"]);

        await SettleAsync(await OfAsync(trust, cast["trust-dsl"].Org), 10, 20, 30);
        var inherited = await school.GetAsync($"/settings?of={cast.School}");
        var own = await SettleAsync(await OfAsync(school, cast.School), 7, 20, 30);

        inherited.Text.ShouldContain("Deputy safeguarding lead after 10 minutes");
        inherited.Text.ShouldContain("Settled by ");
        own.Text.ShouldContain("Deputy safeguarding lead after 7 minutes");
    }

    [Fact]
    public async Task WhatWouldKeepAChildWaiting_IsRefusedInTheWordsOfTheForm()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await OfAsync(await world.SignedInAsync(cast["head"]), cast.School);

        var late = await SettleAsync(page, 15, 30, 121);
        var turned = await SettleAsync(page, 30, 15, 45);
        var words = await page.SubmitAsync(form => form.Set("Values[0]", "a quarter").Set("Values[1]", "-1").Set("Values[2]", ""), "Settle it");

        late.Errors.ShouldBe(["Enter a whole number from 1 to 120"]);
        turned.Errors.ShouldBe(["These do not go together: each step comes later than the one before"]);
        words.Errors.Count.ShouldBe(3);
        (await DeedsAsync(cast.School)).ShouldBe(0);
    }

    [Fact]
    public async Task WhatAnOlderVersionLetThrough_IsAsGoodAsNone_AndSaid()
    {
        var desk = await DeskScene.SetAsync(world);
        var head = await world.ViewerAsync(desk.Cast["head"]);
        await world.DoAsync(async services =>
        {
            await services.GetRequiredService<IOrganisationSettings>().SetAsync(desk.Cast.School, Urgent, "15,oops", CancellationToken.None);
            return await services.GetRequiredService<Store>().CommitAsync(head.Deed(desk.Cast.School, world.Clock.GetUtcNow()), [new SettingChanged(new RecordRef("organisation", desk.Cast.School), Urgent, "15,oops")], CancellationToken.None);
        }, head);

        var list = await (await world.SignedInAsync(desk.Cast["head"])).GetAsync($"/settings?of={desk.Cast.School}");
        var raised = await desk.RaiseAsync("Something was sent", true, desk.Pupil());

        list.Text.ShouldContain("does not fit any more");
        (await FirstStepAsync(raised.Id)).ShouldBe(15);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("technician")]
    [InlineData("chair")]
    public async Task ForAnybodyElse_OrAnotherSchool_ThePageIsNotThere(string part)
    {
        var (cast, other) = (await Cast.GatherAsync(world), await Cast.GatherAsync(world));
        var dsl = await world.SignedInAsync(cast["dsl"]);

        (await (await world.SignedInAsync(cast[part])).GetAsync("/settings")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await dsl.GetAsync($"/settings?of={other.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await dsl.GetAsync($"/settings/{Urgent}?of={other.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await dsl.GetAsync($"/settings/there.is-none?of={cast.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<PageSeen> OfAsync(Browser browser, Guid organisation) => browser.GetAsync($"/settings/{Urgent}?of={organisation}");

    private static Task<PageSeen> SettleAsync(PageSeen page, int deputy, int head, int above) => page.SubmitAsync(
        form => form.Set("Values[0]", $"{deputy}").Set("Values[1]", $"{head}").Set("Values[2]", $"{above}"), "Settle it");

    private Task<int> FirstStepAsync(Guid record) => world.DoAsync(async services =>
        (await services.GetRequiredService<Store>().Set<Duty>().AsNoTracking().FirstAsync(duty => duty.RecordId == record && duty.SettledAt == null)).Steps[0].Minutes);

    private Task<int> DeedsAsync(Guid organisation) => world.DoAsync(services =>
        services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(row => row.RecordId == organisation && row.Act == nameof(SettingChanged)));
}
