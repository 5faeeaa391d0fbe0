using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;
using static Lifeguard.Browser.Tests.House.Cast;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>Those who make the house run: who holds which role, who is let in again, what is kept and given, and what goes to the next school.</summary>
[Collection(nameof(SecondSiteCollection))]
public sealed class RunningTheHouseTests(Site site)
{
    private const string Administrator = "System administrator, Sallowfield Learning Trust";
    private const string DataProtection = "Data-protection lead (business manager) of Tarrowby";

    [Fact]
    public async Task Administrator_ProposesADeputy_HeadSaysYes_AndLooksThroughTheRightsOfTheYear()
    {
        await using var administrator = await site.VisitAsync();
        await administrator.SignInAsAsync(Administrator);
        await administrator.LookAsync("administrator-home");
        await administrator.FollowAsync("People");
        await administrator.Page.Locator("select[name=place]").SelectOptionAsync(new SelectOptionValue { Label = "Tarrowby High School" });
        await administrator.PressAsync("Show");
        await administrator.LookAsync("people");
        await administrator.WriteAsync("Find somebody by name", "Bethan Prosser");
        await administrator.PressAsync("Find");
        await administrator.Page.Locator("main h3 a[href^='/people/']").First.ClickAsync();
        var name = await administrator.HeadingAsync();
        await administrator.LookAsync("person");
        await administrator.PressAsync("Give a role");
        await administrator.Page.Locator("select[name=Role]").SelectOptionAsync("DeputySafeguardingLead");
        await administrator.PressAsync("Give the role");
        await administrator.LookAsync("person-proposed");
        (await administrator.TextAsync()).ShouldNotContain("There is a problem");

        await using var head = await site.VisitAsync();
        await head.SignInAsAsync(Head);
        await head.GoAsync("/roles-to-confirm");
        (await head.TextAsync()).ShouldContain($"{name}: ");
        await head.LookAsync("roles-to-confirm");
        await head.Page.Locator("main li", new() { HasText = name }).Locator("button[formaction$='handler=No']").ClickAsync();
        (await head.TextAsync()).ShouldNotContain($"{name}: ");
        await head.GoAsync("/rights");
        await head.LookAsync("rights");
        await head.PressAsync("I have looked through this list");
        (await head.TextAsync()).ShouldContain("Last looked through on");
        await head.GoAsync("/reading-log");
        await head.LookAsync("reading-log");
    }

    [Fact]
    public async Task LostPhone_IsLetInAgainByTwoWhoKnowThem_AndByNoLetter()
    {
        await using var senco = await site.VisitAsync();
        await senco.SignInAsAsync("SENCo");
        await senco.GoAsync("/account");
        var address = System.Text.RegularExpressions.Regex.Match(await senco.TextAsync(), @"\S+@\S+").Value;
        await using var stranger = await site.VisitAsync(width: 390, height: 844);
        await stranger.GoAsync("/lost-phone");
        await stranger.LookAsync("lost-phone");
        await stranger.WriteAsync("Your e-mail address", address);
        await stranger.PressAsync("Ask to be let in again");
        (await stranger.HeadingAsync()).ShouldBe("Now speak to two people");

        await using var administrator = await site.VisitAsync();
        await administrator.SignInAsAsync(Administrator);
        await ConfirmAsync(administrator);
        (await administrator.TextAsync()).ShouldContain("You have confirmed it. Somebody else must, too.");
        await administrator.LookAsync("lost-phones");
        await using var head = await site.VisitAsync();
        await head.SignInAsAsync(Head);
        await ConfirmAsync(head);
        (await head.HeadingAsync()).ShouldBe("The link for them");
        await head.LookAsync("lost-phone-link");

        await stranger.GoAsync(await head.Page.Locator("main strong.lg-words").InnerTextAsync());
        (await stranger.HeadingAsync()).ShouldBe("Choose how you come in");
        await stranger.LookAsync("lost-phone-enrol");
        if (Directory.Exists(site.MailFolder)) Directory.GetFiles(site.MailFolder, "*.eml").ShouldAllBe(letter => !File.ReadAllText(letter).Contains("/recovery/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DataProtectionLead_LooksAtWhatIsKept_AndACopyWaitsForEveryDesk()
    {
        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(DataProtection);
        foreach (var page in (string[])["/what-is-kept", "/retention", "/retention/review", "/data-requests"])
        {
            await lead.GoAsync(page);
            await lead.LookAsync("kept" + page.Replace('/', '-'));
        }

        await lead.GoAsync("/data-requests/new");
        await lead.Page.Locator("input[name=Kind][value=Copy]").CheckAsync();
        await lead.Page.Locator("input[name=AskedBy]").FillAsync("His mother");
        await lead.Page.Locator("input[name=Name]").FillAsync("Oliver Barraclough");
        await lead.Page.Locator("textarea[name=IdentityChecked]").FillAsync("Known in person to the office.");
        await lead.LookAsync("data-request-new");
        await lead.PressAsync("Take it in");
        await lead.LookAsync("data-request");
        var request = lead.Path;
        request.ShouldStartWith("/data-requests/", customMessage: await lead.TextAsync());

        await using var safeguarding = await site.VisitAsync();
        await safeguarding.SignInAsAsync(Lead);
        await safeguarding.GoAsync(request + "/look-through");
        await safeguarding.LookAsync("data-request-entries");
        await WithholdRestAsync(safeguarding);
        await safeguarding.PressAsync("I have finished");
        await lead.GoAsync(request);
        (await lead.TextAsync()).ShouldContain("The safeguarding team: Not yet");
        await using var deputy = await site.VisitAsync();
        await deputy.SignInAsAsync(Deputy);
        await deputy.GoAsync(request + "/look-through");
        await WithholdRestAsync(deputy);
        await deputy.PressAsync("I have finished");

        await lead.GoAsync(request);
        (await lead.TextAsync()).ShouldContain("The safeguarding team: Finished");
        await lead.GoAsync(request + "/package");
        (await lead.HeadingAsync()).ShouldBe("Page not found", "the head and the chair have not looked");
    }

    [Fact]
    public async Task Lead_ReadsAChildsFile_AddsToIt_AndSealsItForTheNextSchool()
    {
        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.FollowAsync("Children");
        await lead.LookAsync("children");
        await lead.Page.Locator("main a[href^='/children/']:not([href*='imports']):not([href*='received'])").First.ClickAsync();
        await lead.LookAsync("child");
        var file = lead.Path;
        await lead.GoAsync(file + "/facts/new?kind=Professional");
        await lead.Page.Locator("[name=Key]").First.SelectOptionAsync("social-worker");
        await lead.Page.Locator("input[name=Named]").FillAsync("Sol Whitcombe");
        await lead.Page.Locator("input[name=Telephone]").FillAsync("01632 960111");
        await lead.LookAsync("child-professional");
        await lead.PressAsync("Put it on file");
        (await lead.TextAsync()).ShouldContain("Sol Whitcombe");
        await lead.GoAsync(file + "/chronology");
        await lead.LookAsync("child-chronology");

        await lead.GoAsync(file + "/send");
        await lead.PressAsync("Begin");
        await lead.GoAsync(file + "/send/choose");
        await lead.Page.Locator("input[name=School]").FillAsync("Harrowdene School");
        await lead.Page.Locator("input[name=Recipient]").FillAsync("The safeguarding lead");
        await lead.Page.Locator("input[name=Route]").First.CheckAsync();
        await lead.Page.Locator("input[name=RouteAddress]").FillAsync("dsl@harrowdene.example.org");
        await lead.Page.Locator("input[name=ConfirmedHow]").FillAsync("Rang the number on their website.");
        await lead.Page.Locator("input[name=SealedWith]").First.CheckAsync();
        await lead.Page.Locator("input[name=Reason]").FillAsync("The child starts there on Monday.");
        await lead.LookAsync("child-send");
        await lead.PressAsync("Look at it before it is sealed");
        await lead.LookAsync("child-send-look");
        await lead.Page.Locator("input[name=HasRead]").CheckAsync();
        await lead.PressAsync("Seal the package");

        (await lead.TextAsync()).ShouldContain("Save the sealed package");
        await lead.LookAsync("child-sealed");
    }

    [Fact]
    public async Task PagesOfTheHouse_FitAPhone()
    {
        foreach (var (label, pages) in new (string, string[])[]
        {
            (Administrator, ["/people", "/vacancies", "/school-year", "/local-numbers", "/settings", "/people/twins", "/people/imports"]),
            (Head, ["/rights", "/reading-log", "/backups", "/conduct", "/conduct/decisions"]),
            (DataProtection, ["/what-is-kept", "/retention", "/data-requests/new"]),
        })
        {
            await using var visitor = await site.VisitAsync(width: 360, height: 740, scripts: false);
            await visitor.SignInAsAsync(label);
            foreach (var page in pages)
            {
                await visitor.GoAsync(page);
                (await visitor.HeadingAsync()).ShouldNotBe("Page not found", $"{page} as {label}");
                await visitor.PictureAsync("phone-house" + page.Replace('/', '-'));
                (await visitor.IsWiderThanItsScreenAsync()).ShouldBeFalse($"{page} scrolls sideways");
            }
        }
    }

    private static async Task ConfirmAsync(Visitor visitor)
    {
        await visitor.GoAsync("/lost-phones");
        await visitor.Page.Locator("main input[type=checkbox]").First.CheckAsync();
        await visitor.PressAsync("Confirm");
    }

    private static async Task WithholdRestAsync(Visitor visitor)
    {
        if (await visitor.Page.Locator("#ground-rest").CountAsync() > 0)
        {
            await visitor.Page.Locator("#ground-rest").SelectOptionAsync("SeriousHarm");
            await visitor.PressAsync("Withhold the rest");
        }
        else if (await visitor.Page.Locator("main section select[name=Ground]").CountAsync() > 0)
        {
            await visitor.Page.Locator("main section select[name=Ground]").First.SelectOptionAsync("SeriousHarm");
            await visitor.PressAsync("Withhold it");
        }
    }
}
