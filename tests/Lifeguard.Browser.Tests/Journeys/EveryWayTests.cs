using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;
using static Lifeguard.Browser.Tests.House.Cast;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>The same house for whoever has only a keyboard, no scripts, a phone, or paper.</summary>
[Collection(nameof(Site))]
public sealed class EveryWayTests(Site site)
{
    [Fact]
    public async Task Teacher_ReportsWithTheKeyboardAlone()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);

        await teacher.GoAsync("/report");
        await teacher.TabToAsync("Danger");
        await teacher.KeyAsync("ArrowUp");
        (await teacher.Page.Locator("input[name=Danger]:checked").GetAttributeAsync("value")).ShouldBe("No");
        await teacher.EnterAsync();
        await teacher.TypeByKeyAsync("Name", "Abena");
        await teacher.EnterAsync();
        await teacher.TickByKeyAsync("Person");
        await teacher.TickByKeyAsync("Part");
        await teacher.LookAsync("keyboard-who");
        await teacher.PressByKeyAsync("Add this person");
        await teacher.PressByKeyAsync("Continue");
        await teacher.PressByKeyAsync("Continue");
        await teacher.TypeByKeyAsync("Story", "Umber dunlin: typed without a mouse.");
        await teacher.TickByKeyAsync("Imagery");
        await teacher.PressByKeyAsync("Continue");
        await teacher.TickByKeyAsync("NoWords");
        await teacher.PressByKeyAsync("Continue");
        await teacher.PressByKeyAsync("Continue");
        await teacher.TypeByKeyAsync("DoneAlready", "Nothing yet.");
        await teacher.PressByKeyAsync("Continue");
        await teacher.ArriveAsync("**/check");
        await teacher.PressByKeyAsync("Send");
        await teacher.ArriveAsync("**/receipts/*");

        (await teacher.TextAsync()).ShouldContain("Your code");
    }

    [Fact]
    public async Task Lead_WorksWithoutScripts()
    {
        await using var teacher = await site.VisitAsync(scripts: false);
        await teacher.SignInAsAsync(Teacher);
        await Reporting.AboutAPupilAsync(teacher, "Ochre whimbrel: told without scripts.", "it was only words");

        await using var lead = await site.VisitAsync(scripts: false);
        await lead.SignInAsAsync(Lead);
        await lead.SearchAsync("ochre whimbrel");
        var record = lead.Path;
        await lead.PressAsync("Make it an incident");
        await lead.PressAsync("Write a note");
        await lead.WriteAsync("What happened, or what was said or decided", "Spoke with the form tutor.");
        await lead.PressAsync("Save the note");
        (await lead.TextAsync()).ShouldContain("Spoke with the form tutor.");
        await lead.PictureAsync("no-scripts-record");
        await lead.FollowAsync("Print or save as PDF");
        await lead.PressAsync("Show the page to print");
        (await lead.TextAsync()).ShouldContain("Ochre whimbrel");
        await lead.GoAsync(record);
        await lead.FollowAsync("Hide");
        new Uri(lead.Page.Url).AbsolutePath.ShouldNotBe(record);
    }

    [Fact]
    public async Task Lead_GoesThroughAPlanWithTheKeyboardAlone()
    {
        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await RecordOfAsync(lead, "Fallow redshank: messages from somebody she has never met.");
        await lead.TabToWordsAsync("Sexual pictures, sexual harm and contact with adults");
        await lead.KeyAsync("Enter");
        await lead.TabToAsync("Flow");
        await lead.ChooseByKeyAsync("Flow", "grooming");
        await lead.PressByKeyAsync("Begin");
        await lead.LookAsync("keyboard-question");
        foreach (var answer in new[] { "no", "stranger", "unsure", "yes" })
        {
            await lead.TabToAsync("Said");
            await lead.ChooseByKeyAsync("Said", answer);
            await lead.EnterAsync();
        }

        (await lead.Page.Locator(".lg-plan__urgency").InnerTextAsync()).ShouldBe("Act now");
        await lead.PressByKeyAsync("Done, given or left out: Write down the child's own words, the time, and who was there. Ask nothing that leads.");
        await lead.TabToAsync("What");
        await lead.KeyAsync("Space");
        await lead.TypeByKeyAsync("CameOfIt", "Written at once, by the form tutor.");
        await lead.PressByKeyAsync("Save");

        (await lead.Page.Locator(".lg-plan").InnerTextAsync()).ShouldContain("Written at once, by the form tutor.");
        await lead.LookAsync("keyboard-plan");
    }

    [Fact]
    public async Task Lead_AnswersOnAPhone_WithoutScripts()
    {
        await using var lead = await site.VisitAsync(width: 360, height: 740, scripts: false);
        await lead.SignInAsAsync(Lead);
        await RecordOfAsync(lead, "Pewter knot: he wants more pictures or he publishes them.");
        await lead.PictureAsync("phone-begin");
        await lead.Page.Locator("summary").Filter(new() { HasText = "Sexual pictures" }).ClickAsync();
        await lead.Page.Locator("input[name=Flow][value=grooming]").CheckAsync();
        await lead.PressAsync("Begin");
        var plan = lead.Path;
        await Responding.AnswerAsync(lead, "no", "stranger", "no", "yes", "sent", "more");
        (await lead.Page.Locator(".lg-plan__urgency").InnerTextAsync()).ShouldBe("Act now");
        await Responding.DoneAsync(lead, "Somebody stays with the child", "Her aunt is with her.");
        (await lead.TextAsync()).ShouldContain("Her aunt is with her.");
        await Responding.OpenAsync(lead, "Children's social care");
        await lead.PictureAsync("phone-call-without-scripts");
        (await lead.Page.Locator("main a[href^='tel:']").CountAsync()).ShouldBeGreaterThan(2, "a tap rings");

        await using var phone = await site.VisitAsync(width: 360, height: 740);
        await phone.SignInAsAsync(Lead);
        foreach (var (page, picture) in new[] { (plan, "plan"), (lead.Path, "call"), (plan + "?change=3", "change"), (plan.Split("/respond/")[0] + "/respond", "begin-another"), ("/responses/grooming", "chart") })
        {
            await phone.GoAsync(page);
            await phone.LookAsync("phone-respond-" + picture);
        }
    }

    // A report that the lead has taken on, and the page on which they choose what comes nearest.
    private async Task RecordOfAsync(Visitor lead, string story)
    {
        await using var teacher = await site.VisitAsync(scripts: false);
        await teacher.SignInAsAsync(Teacher);
        await Reporting.AboutAPupilAsync(teacher, story, "he knows where I live");
        await lead.SearchAsync(story.Split(':')[0]);
        await lead.PressAsync("What to do now, step by step");
    }

    [Fact]
    public async Task LateEntryFromPaper_KeepsItsOwnTime_AndIsPrintedInTheLayoutOfTheForm()
    {
        var threeDaysAgo = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(-3).UtcDateTime);
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await Reporting.AboutAPupilAsync(teacher, "Russet godwit: written on paper when the network was down.", "they took my phone", happened: threeDaysAgo);

        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.SearchAsync("russet godwit");
        var record = lead.Path;
        (await lead.TextAsync()).ShouldContain(threeDaysAgo.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")));
        await lead.GoAsync(record + "/print");
        await lead.PressAsync("Show the page to print");
        await lead.LookAsync("sheet-on-screen");
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await lead.PictureAsync("sheet-on-paper");
        (await lead.Page.Locator(".lg-sheet__above").IsVisibleAsync()).ShouldBeFalse("the box with links is not printed");
        (await lead.Page.Locator(".lg-print-head").First.IsVisibleAsync()).ShouldBeTrue();
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await lead.GoAsync(record + "/print");
        var address = await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Save as PDF" }).GetAttributeAsync("formaction");
        var pdf = await lead.Page.APIRequest.GetAsync($"{address}?names=all&chronology=with");

        (await pdf.BodyAsync())[..5].ShouldBe("%PDF-"u8.ToArray());
        pdf.Headers["content-disposition"].ShouldBe("attachment; filename=\"record.pdf\"");
        await lead.GoAsync("/forms/blank");
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await lead.PictureAsync("blank-form-on-paper");
        await lead.GoAsync("/log/print");
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await lead.LookAsync("log-choices");
        await lead.PressAsync("Show the page to print");
        await lead.LookAsync("log-on-screen");
    }

    [Fact]
    public async Task Records_FitAPhone()
    {
        await using var lead = await site.VisitAsync(width: 360, height: 740);
        await lead.SignInAsAsync(Lead);
        await lead.GoAsync("/desk?group=mine");
        await lead.Page.Locator("main a[href^='/incidents/']").First.ClickAsync();
        var record = lead.Path;
        await lead.LookAsync("phone-record");

        foreach (var page in new[] { "form", "classify", "people", "people/add", "actions/new", "parents", "referrals/new", "support", "technical-tasks/new", "links", "copied", "readers", "hand-over", "conflict", "close", "readings", "print", "notes/new" })
        {
            await lead.GoAsync($"{record}/{page}");
            (await lead.HeadingAsync()).ShouldNotBe("Page not found", page);
            await lead.LookAsync("phone-record-" + page.Replace('/', '-'));
        }
    }

    [Fact]
    public async Task Errors_AreSaidInTheFormsWords_AndNothingTypedIsLost()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await teacher.GoAsync("/report");
        await teacher.PressAsync("Continue");
        await teacher.LookAsync("error-danger");
        (await teacher.Page.TitleAsync()).ShouldStartWith("Error: ");
        await teacher.Page.Locator(".govuk-error-summary a").First.ClickAsync();
        (await teacher.Page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("Danger");

        await teacher.Page.Locator("input[name=Danger][value=No]").CheckAsync();
        await teacher.PressAsync("Continue");
        await Reporting.AddFromRosterAsync(teacher, "Ab", "Was harmed, or may be");
        await teacher.PressAsync("Continue");
        await teacher.PressAsync("Continue");
        await teacher.Page.Locator("textarea[name=Story]").FillAsync("Half a story <b>with</b> marks");
        await teacher.PressAsync("Continue");

        await teacher.LookAsync("error-what");
        (await teacher.Page.Locator("textarea[name=Story]").InputValueAsync()).ShouldBe("Half a story <b>with</b> marks");
        await teacher.GoAsync("/nowhere");
        await teacher.LookAsync("not-found");
    }
}
