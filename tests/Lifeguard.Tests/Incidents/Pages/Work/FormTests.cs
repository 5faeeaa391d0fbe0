using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class FormTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-089"), Requirement("A-090"), Requirement("A-092")]
    public async Task Post_Filled_KeepsEveryAnswerWithTheDayOfEachTick()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await scene.OpenAsync("form");

        var after = await page.SubmitAsync(form => Least(form)
            .Tick("ConsideredAs", "harassment").Tick("Material", "shown").Tick("Material", "transmitted")
            .Set("HappenedOn.Day", "16").Set("HappenedOn.Month", "11").Set("HappenedOn.Year", "2026").Set("HappenedTime", "8:40pm")
            .Tick("ChildActions", "debriefed").Set("ChildOn[debriefed].Day", "17").Set("ChildOn[debriefed].Month", "11").Set("ChildOn[debriefed].Year", "2026"));

        after.Path.ShouldBe($"/incidents/{scene.Record.Reference}", after.Text);
        var stored = await scene.AgainAsync();
        stored.Form.IsComplete.ShouldBeTrue();
        stored.Form.ConsideredAs.ShouldBe(["harassment"]);
        stored.Form.Material.ShouldBe(["shown", "transmitted"]);
        stored.Form.ChildActions.ShouldBe([new FormTick("debriefed", new DateOnly(2026, 11, 17))]);
        stored.HappenedAt.ShouldBe(DateTimeOffset.Parse("2026-11-16T20:40Z", System.Globalization.CultureInfo.InvariantCulture));
        (await scene.LastAsync("FormCompleted")).Payload!.ShouldContain("Deliberate");
        var again = await scene.OpenAsync("form");
        again.Document.QuerySelectorAll("input[name=ChildActions][checked]").Single().GetAttribute("value").ShouldBe("debriefed");
    }

    [Fact]
    public async Task Post_OfAnAccident_SaysThatItLeadsToNoSanctionAndKeepsNothingItCouldBeConsideredAs()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await scene.OpenAsync("form");
        page.Text.ShouldContain("An accident that was reported never leads to a sanction.");

        await page.SubmitAsync(form => Least(form).Set("Intent", "Accidental").Tick("ConsideredAs", "harassment").Tick("Material", "viewed"));

        var stored = await scene.AgainAsync();
        stored.Form.Intent.ShouldBe(Intent.Accidental);
        stored.Form.ConsideredAs.ShouldBeEmpty();
        stored.Form.Material.ShouldBe(["viewed"]);
    }

    [Fact]
    [Requirement("A-096")]
    public async Task Post_AboutAWebsiteWithoutItsAddress_ShowsErrorAndKeepsTheWords()
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await (await scene.OpenAsync("form")).SubmitAsync(form => Least(form).Tick("WhereOnline", "website").Set("PlaceDetail", "The bus stop"));

        after.Errors.ShouldBe(["Type the address of the website"]);
        after.Html.ShouldContain("The bus stop");
        after.Document.QuerySelectorAll("a").ShouldNotContain(link => link.TextContent.Contains("example", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("A-083")]
    public async Task Post_WhenNobodyReportedIt_AsksHowItWasFoundInWords()
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await (await scene.OpenAsync("form")).SubmitAsync(form => Least(form).Set("HowFound", "monitoring-alert"));

        after.Errors.ShouldBe(["Say in a few words how it was found"]);
    }

    [Fact]
    public async Task Post_WithAKeyThatIsNotOnThePage_IsRefused()
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await (await scene.OpenAsync("form")).SubmitAsync(form => Least(form).Tick("Material", "burnt"));

        after.Errors.ShouldBe(["Choose one of the answers on the page"]);
        (await scene.AgainAsync()).Form.IsComplete.ShouldBeFalse();
    }

    [Fact]
    [Requirement("B-109")]
    public async Task Police_NotSure_ShowsWhomToAskAndYesLeadsToTheReferral()
    {
        var scene = await WorkScene.SetAsync(world);
        var page = await scene.OpenAsync("form");
        page.Text.ShouldContain("Ask before you decide");

        var after = await page.SubmitAsync(form => Least(form).Set("AnybodyNeedsPolice", "Yes"));

        after.Path.ShouldEndWith("/referrals/new");
    }

    [Fact]
    public async Task Post_WhenSomebodyElseSavedMeanwhile_KeepsTheWordsAndSavesTheSecondTime()
    {
        var scene = await WorkScene.SetAsync(world);
        var mine = await scene.OpenAsync("form");
        var other = await scene.Desk.AsAsync("deputy1");
        await (await other.GetAsync($"/incidents/{scene.Record.Reference}/form")).SubmitAsync(form => Least(form).Set("Place", "at-home"));

        var merge = await mine.SubmitAsync(form => Least(form).Set("Place", "in-school").Set("PlaceDetail", "The library"));
        merge.Html.ShouldContain("The library");
        merge.Text.ShouldContain("At home");
        (await scene.AgainAsync()).Form.Place.ShouldBe("at-home");

        await merge.SubmitAsync();
        (await scene.AgainAsync()).Form.Place.ShouldBe("in-school");
    }

    [Fact]
    public async Task ClosedRecord_ShowsNoFormAndTakesNone()
    {
        var scene = await WorkScene.SetAsync(world);
        var open = await scene.OpenAsync("form");
        await scene.CloseDirectlyAsync();

        var page = await scene.OpenAsync("form");
        var after = await open.SubmitAsync(form => Least(form));

        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        after.Errors.ShouldContain("This record is closed. Reopen it to change it.");
    }

    internal static FormFilled Least(FormFilled form) => form
        .Set("AnybodyNeedsPolice", "No").Set("Place", "in-school").Tick("Equipment", "own-device").Set("HowFound", "child-told").Set("Intent", "Deliberate");
}
