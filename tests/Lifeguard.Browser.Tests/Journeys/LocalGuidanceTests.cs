using Lifeguard.Browser.Tests.House;
using static Lifeguard.Browser.Tests.House.Cast;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>A partnership officer settles how a flow reads, sees what becomes of the sample cases, and publishes; a school reads it.</summary>
[Collection(nameof(SecondSiteCollection))]
public sealed class LocalGuidanceTests(Site site)
{
    // A flow that no other journey follows: what is published here holds for the whole demonstration.
    private const string Flow = "/responses/local/low-level";

    [Fact]
    public async Task Officer_SettlesAThreshold_LooksAtTheCases_AndPublishes()
    {
        await using var officer = await site.VisitAsync();
        await officer.SignInAsAsync(PartnershipOfficer);
        await officer.LookAsync("local-home");
        await officer.FollowAsync("Local guidance");
        await officer.LookAsync("local-list");
        await officer.FollowAsync("A low-level concern");
        await officer.ChooseAsync("Here: Always, within one working day");
        await officer.WriteAsync("A line of your own beside the questions", "Ring the designated officer's desk; have the code of conduct at hand.");
        await officer.PressAsync("Keep");
        await officer.LookAsync("local-flow");
        await officer.FollowAsync("Enter it in the register");
        await officer.WriteAsync("Your wording", "Enter it in the partnership's register of low-level concerns.");
        await officer.LookAsync("local-words");
        await officer.PressAsync("Keep");
        await officer.PressAsync("See what it changes, and publish");
        await officer.LookAsync("local-preview");
        (await officer.TextAsync()).ShouldContain("One of 11 sample cases changes.");
        await officer.PressAsync("Publish");
        await officer.LookAsync("local-preview-errors");
        await officer.WriteAsync("Why is it changed?", "Agreed with the designated officer.");
        await officer.PressAsync("Publish");

        (await officer.TextAsync()).ShouldContain("Edition 1, which holds");
        await officer.FollowAsync("Edition 1");
        await officer.LookAsync("local-edition");
        await using var head = await site.VisitAsync();
        await head.SignInAsAsync(Head);
        await head.GoAsync("/responses/low-level");
        await head.LookAsync("local-chart");
        var chart = await head.TextAsync();
        chart.ShouldContain("Ring the designated officer's desk");
        chart.ShouldContain("Enter it in the partnership's register of low-level concerns.");
    }

    [Fact]
    public async Task LocalGuidance_FitsAPhone_AndAsksForNoScripts()
    {
        await using var officer = await site.VisitAsync(width: 360, height: 740);
        await officer.SignInAsAsync(PartnershipOfficer);
        foreach (var page in (string[])["/responses/local", "/responses/local/bullying", "/responses/local/bullying/words/step.look-again", "/responses/local/bullying/editions/1", "/responses/local/hate/preview", "/responses/local/copyright/file", "/local-numbers"])
        {
            await officer.GoAsync(page);
            (await officer.HeadingAsync()).ShouldNotBe("Page not found", page);
            await officer.LookAsync("phone-local" + page.Replace('/', '-'));
        }

        await using var without = await site.VisitAsync(width: 360, height: 740, scripts: false);
        await without.SignInAsAsync(PartnershipOfficer);
        await without.GoAsync("/responses/local/copyright/file");
        await without.WriteAsync("The flow", "flow: copyright\ntitle: [Open");
        await without.PressAsync("Check it, and keep it");

        (await without.TextAsync()).ShouldContain("Line 2: ");
    }
}
