using Lifeguard.Browser.Tests.House;
using static Lifeguard.Browser.Tests.House.Cast;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>What anybody on the staff does: a few lines beside the form, what happens next, and a phone that was taken and given back.</summary>
[Collection(nameof(Site))]
public sealed class StaffTests(Site site)
{
    [Fact]
    public async Task Teacher_SeesWhatMattersBesideTheForm_AndWhatHappensNext()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await Reporting.TwoPupilsAsync(teacher, "Copper wigeon: a picture of her is said to exist.", "please do not tell anybody", pictures: "teacher");

        await teacher.FollowAsync("What happens next");
        (await teacher.HeadingAsync()).ShouldBe("What happens next");
        await teacher.FollowAsync("Nudes and semi-nudes");
        (await teacher.TextAsync()).ShouldContain("Do not look at it, and do not ask to be shown it.");
        await teacher.LookAsync("teacher-chart");
        await teacher.FollowAsync("Print it");
        await teacher.LookAsync("teacher-chart-to-print");
        await teacher.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await teacher.PictureAsync("teacher-chart-on-paper");
    }

    [Fact]
    public async Task Teacher_TakesAThingAndGivesItBack_AndTwoDecideAboutASearch_OnAPhone()
    {
        await using var teacher = await site.VisitAsync(width: 360, height: 740);
        await teacher.SignInAsAsync(Teacher);
        await teacher.GoAsync("/confiscations/new");
        await teacher.LookAsync("phone-confiscation");
        await TakesAsync(teacher, "Phone, green case");
        var thing = teacher.Path;
        await teacher.Page.Locator("input[name=ToParent][value=true]").CheckAsync();
        await teacher.WriteAsync("Name of whoever received it", "Her mother, at the gate");
        await teacher.LookAsync("phone-give-back");
        await teacher.PressAsync("It is given back");
        await teacher.GoAsync(thing);
        (await teacher.TextAsync()).ShouldContain("received by Her mother, at the gate");

        await teacher.GoAsync("/confiscations/new");
        await TakesAsync(teacher, "Phone, red case");
        await teacher.FollowAsync("Write down a search");
        (await teacher.TextAsync()).ShouldContain("You may search");
        await teacher.LookAsync("phone-search");
        await teacher.Page.Locator("input[name=Grounds]").First.CheckAsync();
        await teacher.WriteAsync("What made you suspect this device?", "Two pupils said that the threat was sent from it at lunch.");
        await teacher.WriteAsync("Who was present?", "A colleague, and the pupil");
        await teacher.WriteAsync("What was looked at?", "The messages of this lunch, in one app");
        await teacher.WriteAsync("What was found?", "One message that threatens another pupil.");
        await teacher.Page.Locator("input[name=PossibleOffence][value=Unsure]").CheckAsync();
        await teacher.PressAsync("Write it down");
        (await teacher.HeadingAsync()).ShouldBe("Decide what becomes of it");
        var search = teacher.Path[..^"/decide".Length];
        (await teacher.Page.Locator("input[name=Deletes]").CountAsync()).ShouldBe(0, "with a possible offence nothing is deleted");
        await teacher.LookAsync("phone-search-decide");
        await teacher.Page.Locator("input[name=KeepsAsEvidence]").First.CheckAsync();
        await teacher.Page.Locator("input[name=TellsPolice]").First.CheckAsync();
        await teacher.WriteAsync("Why, and with whom did you decide?", "With the safeguarding lead, by telephone.");
        await teacher.PressAsync("Decide");

        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.FollowAsync("The decision about a search waits for you");
        await lead.LookAsync("search-confirm");
        await lead.Page.Locator("input[name=Agrees][value=true]").CheckAsync();
        await lead.WriteAsync("Why?", "As we agreed on the telephone.");
        await lead.PressAsync("Say so under my name");

        await teacher.GoAsync(search);
        (await teacher.TextAsync()).ShouldContain("Nasreen Qadir");
        (await teacher.TextAsync()).ShouldContain("In custody, isolated until the police have advised.");
        await teacher.LookAsync("phone-search-decided");
    }

    private static async Task TakesAsync(Visitor teacher, string what)
    {
        await teacher.WriteAsync("What did you take?", what);
        await teacher.WriteAsync("Whose is it?", "Olivia Barrow");
        await teacher.Page.Locator("select[name=Reason]").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await teacher.WriteAsync("Where is it kept?", "My desk, room 12");
        await teacher.PressAsync("Write it down");
    }
}
