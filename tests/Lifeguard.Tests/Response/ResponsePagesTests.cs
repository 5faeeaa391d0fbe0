using System.Net;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;

namespace Lifeguard.Tests.Response;

/// <summary>Anybody at school reads what happens next; whoever wants to tries it out, and nothing of that is kept anywhere.</summary>
public sealed class ResponsePagesTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("B-103")]
    public async Task Try_AsksDangerFirst_ShowsThePlanBeside_AndSaysWhy()
    {
        var cast = await Cast.GatherAsync(world);
        var first = await (await world.SignedInAsync(cast["dsl"])).GetAsync("/responses/nudes/try");

        first.Text.ShouldContain("Is anybody in danger now");
        first.Text.ShouldContain("Act today");
        var danger = await first.SubmitAsync(form => form.Set("Chosen", "yes"), "Go on");

        danger.Path.ShouldBe("/responses/nudes/try");
        danger.Text.ShouldContain("Act now");
        danger.Text.ShouldContain("Police, in an emergency (999), now");
        danger.Text.ShouldContain("Somebody is in danger now. (Is anybody in danger now, or about to go where harm waits? Yes, somebody is in danger)");
        danger.Text.ShouldContain("Has anybody of 18 or over");
    }

    [Fact]
    public async Task ChangedAnswer_TakesItsConsequencesAlong_AndKeepsTheOthers()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast["dsl"])).GetAsync("/responses/nudes/try");
        page = await page.SubmitAsync(form => form.Set("Chosen", "yes"), "Go on");
        page = await page.SubmitAsync(form => form.Set("Chosen", "yes"), "Go on");

        page = await page.SubmitAsync(button: "Change: Is anybody in danger now, or about to go where harm waits?");
        page.Text.ShouldNotContain("Police, in an emergency (999)");
        page = await page.SubmitAsync(form => form.Set("Chosen", "no"), "Go on");

        page.Text.ShouldNotContain("Police, in an emergency (999)");
        page.Text.ShouldContain("An adult who asks for, has or passes on such a picture");
        page.Text.ShouldContain("How old is the youngest child");
    }

    [Fact]
    public async Task NoAnswer_IsAskedFor_AndUnsureIsOne()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast["teacher"])).GetAsync("/responses/bullying/try");

        var empty = await page.SubmitAsync(button: "Go on");
        var unsure = await page.SubmitAsync(form => form.Set("Chosen", "unsure"), "Go on");

        empty.Errors.ShouldBe(["Select an answer, or that you are not sure"]);
        unsure.Text.ShouldContain("Nobody can say that it is safe");
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("technician")]
    [InlineData("chair")]
    public async Task Chart_IsForEverybody_WithEveryQuestionAndItsSources(string part)
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast[part]);

        var list = await browser.GetAsync("/responses");
        var chart = await browser.GetAsync("/responses/grooming");

        list.Text.ShouldContain("Nudes and semi-nudes");
        list.Text.ShouldContain("Bullying, hate and violence");
        chart.Text.ShouldContain("Is a meeting planned, or has there been one?");
        chart.Text.ShouldContain("I am not sure");
        chart.Text.ShouldContain("checked on");
        (await browser.GetAsync("/responses/weather")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Chart_ForPaper_BearsTheSchoolAndTheDay_AndWhomToRing()
    {
        var cast = await Cast.GatherAsync(world);

        var page = await (await world.SignedInAsync(cast["teacher"])).GetAsync("/responses/data-breach/print");

        page.Document.QuerySelector(".lg-print-head__school")!.TextContent.ShouldNotBeNullOrWhiteSpace();
        page.Document.QuerySelector(".lg-print-head__when")!.TextContent.ShouldStartWith("Printed ");
        page.Text.ShouldContain("Danger now: 999");
        page.Text.ShouldContain("When did anybody at school become aware of it?");
        page.Text.ShouldContain("Counts again at: “Is it contained?”");
    }
}
