using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class ReferralTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-176"), Requirement("B-222")]
    public async Task Referral_IsKeptApartFromTheAdviceWithPersonTimeAndReference()
    {
        var scene = await WorkScene.SetAsync(world);

        await (await scene.OpenAsync("referrals/new")).SubmitAsync(form => form
            .Set("What", "Referral").Set("Agency", "social-care").Set("SpokenTo", "R. Ashdown, duty worker").Set("TheirReference", "SC-90412").Set("Advice", "Keep the child at home tonight.")
            .Set("Reasons", "Likely harm").Set("HeadConsulted", "true").Set("SpokenTime", "10:05"));

        var referral = (await scene.RowsAsync<Referral>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        referral.Agency.ShouldBe("social-care");
        referral.Advice.ShouldBe("Keep the child at home tonight.");
        referral.Reasons.ShouldBe("Likely harm");
        referral.HeadConsulted.ShouldBeTrue();
        referral.AwaitsResult.ShouldBeTrue();

        await (await scene.OpenAsync($"referrals/{referral.Id:N}/answer")).SubmitAsync(form => form.Set("Result", "accepted").Set("Said", "A visit tomorrow"));

        (await scene.RowsAsync<Referral>(one => one.Id == referral.Id)).Single().AwaitsResult.ShouldBeFalse();
    }

    [Fact]
    [Requirement("B-219")]
    public async Task DecisionNotToRefer_NeedsReasonsAndNoAgency()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await scene.OpenAsync("referrals/new");

        var without = await page.SubmitAsync(form => form.Set("What", "NoReferral").Set("HeadConsulted", "false").Set("SpokenTime", "10:00"));
        await page.SubmitAsync(form => form.Set("What", "NoReferral").Set("HeadConsulted", "false").Set("Reasons", "Both families know; no harm found").Set("SpokenTime", "10:00"));

        without.Errors.ShouldBe(["Give the reasons for the decision"]);
        (await scene.RowsAsync<Referral>(one => one.IncidentId == scene.Record.Id)).Single().IsDecisionNotTo.ShouldBeTrue();
    }

    [Fact]
    [Requirement("A-180")]
    public async Task Page_SaysThatTheIwfTakesAddressesAndHasNoFileField()
    {
        var scene = await WorkScene.SetAsync(world);

        var page = await scene.OpenAsync("referrals/new");

        page.Text.ShouldContain("takes web addresses, typed, and never attachments");
        page.Document.QuerySelectorAll("input[type=file]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Allegation_ThatMustReachTheAuthority_SaysSoUntilItIsRecorded()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "head", desk.Adult("supply"));

        var before = await scene.OpenAsync("referrals/new");
        await before.SubmitAsync(form => form.Set("What", "Advice").Set("Agency", "lado").Set("Advice", "Meet on Thursday").Set("Reasons", "Supply teacher").Set("HeadConsulted", "true").Set("SpokenTime", "10:00"));
        var after = await scene.OpenAsync("referrals/new");

        before.Text.ShouldContain("has to reach the LADO within one working day");
        after.Text.ShouldNotContain("has to reach the LADO");
    }
}
