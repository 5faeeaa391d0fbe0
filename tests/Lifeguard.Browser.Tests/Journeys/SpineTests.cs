using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;
using static Lifeguard.Browser.Tests.House.Cast;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>The journeys of the spine, each as the person it names, through the published site.</summary>
[Collection(nameof(Site))]
public sealed class SpineTests(Site site)
{
    [Fact]
    public async Task Newcomer_FindsTheDemonstrationAccounts_AndEachOpensTheirOwnList()
    {
        await using var visitor = await site.VisitAsync();

        await visitor.GoAsync("/");

        await visitor.LookAsync("start");
        foreach (var label in new[] { Teacher, Lead, "Deputy safeguarding lead", Head, Chair, Technician, "SENCo", "Safeguarding governor", "Trust safeguarding lead", "Partnership officer", "System administrator" })
            (await visitor.Page.GetByRole(AriaRole.Button, new() { Name = label }).CountAsync()).ShouldBeGreaterThan(0, label);
        await visitor.SignInAsAsync(Lead);
        await visitor.LookAsync("home-dsl");
    }

    [Fact]
    public async Task TeacherReports_LeadWorksItToAClose_TeacherSeesNoMoreThanThat()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await teacher.FollowAsync("Report a concern");
        await teacher.LookAsync("report-danger");
        await teacher.Page.Locator("input[name=Danger][value=No]").CheckAsync();
        await teacher.PressAsync("Continue");
        var pupil = await FindPupilAsync(teacher, "Was harmed, or may be");
        await teacher.LookAsync("report-who");
        await teacher.PressAsync("Continue");
        (await teacher.TextAsync()).ShouldContain("Nasreen Qadir");
        await teacher.LookAsync("report-readers");
        await teacher.PressAsync("Continue");
        await Reporting.TellAsync(teacher, "Cobalt heron: messages went round about this pupil.", "they all saw it and laughed", "report");
        var receipt = teacher.Path;

        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.GoAsync("/desk");
        await lead.LookAsync("desk");
        await lead.SearchAsync("cobalt heron", "search");
        (await lead.TextAsync()).ShouldContain("they all saw it and laughed");
        (await lead.Page.TitleAsync()).ShouldBe("Record - Lifeguard");
        await lead.LookAsync("record-concern");
        await lead.PressAsync("Make it an incident");
        var record = lead.Path;
        await CloseAsync(lead, record, pupil);

        await teacher.GoAsync(receipt);
        (await teacher.HeadingAsync()).ShouldNotBeNullOrEmpty();
        (await teacher.TextAsync()).ShouldContain("finished its work");
        (await teacher.TextAsync()).ShouldNotContain("laughed");
        await teacher.GoAsync(record);
        (await teacher.HeadingAsync()).ShouldBe("Page not found");
    }

    [Fact]
    public async Task AllegationAboutTheHead_ReachesTheChair_AndNobodyElse()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await teacher.FollowAsync("Report a concern");
        await teacher.Page.Locator("input[name=Danger][value=No]").CheckAsync();
        await teacher.PressAsync("Continue");
        await Reporting.AddFromRosterAsync(teacher, "Ruth Adeyemi", "Is said to have done it");
        await teacher.PressAsync("Continue");
        (await teacher.TextAsync()).ShouldContain("Colin Haverstock");
        (await teacher.TextAsync()).ShouldNotContain("Ruth Adeyemi");
        await teacher.LookAsync("report-readers-head");
        await teacher.PressAsync("Continue");
        await Reporting.TellAsync(teacher, "Vermilion otter: something about the head.", "she said it to me");

        await using var chair = await site.VisitAsync();
        await chair.SignInAsAsync(Chair);
        await chair.LookAsync("home-chair");
        await chair.SearchAsync("vermilion otter");
        (await chair.TextAsync()).ShouldContain("Vermilion otter");
        var record = chair.Path;
        await chair.LookAsync("record-allegation");
        foreach (var other in new[] { Head, Lead, Teacher, Technician })
        {
            await using var visitor = await site.VisitAsync();
            await visitor.SignInAsAsync(other);
            await visitor.GoAsync(record);
            (await visitor.HeadingAsync()).ShouldBe("Page not found", other);
        }

        var mail = Directory.Exists(site.MailFolder) ? string.Join('\n', Directory.GetFiles(site.MailFolder, "*.eml").Select(File.ReadAllText)) : "";
        mail.ShouldNotContain("Vermilion");
        site.Log.ShouldNotContain("Vermilion");
    }

    [Fact]
    public async Task SupplyTeacherWithoutAccount_ReportsThroughTheSchoolsCode_OnAPhoneWithoutScripts()
    {
        var code = await site.ReportCodeAsync();
        await using var supply = await site.VisitAsync(width: 360, height: 740, scripts: false);

        await supply.GoAsync("/report");
        await supply.WriteAsync("The school's code", code);
        await supply.PressAsync("Continue");
        await supply.Page.Locator("input[name=Danger][value=No]").CheckAsync();
        await supply.PressAsync("Continue");
        await supply.PressAsync("Add somebody");
        await supply.Page.Locator("input[name=Name]").FillAsync("A girl of the back row");
        await supply.Page.Locator("input[name=As][value=Pupil]").CheckAsync();
        await supply.Page.Locator("input[name=Part][value=Harmed]").CheckAsync();
        await supply.PressAsync("Add this person");
        await supply.PressAsync("Continue");
        (await supply.TextAsync()).ShouldNotContain("Nasreen");
        await supply.PictureAsync("phone-readers");
        await supply.PressAsync("Continue");
        await Reporting.TellAsync(supply, "Indigo plover: she showed me her phone and cried.", "he will not stop");

        (await supply.TextAsync()).ShouldContain("Your code");
        await supply.PictureAsync("phone-receipt");
    }

    [Fact]
    public async Task Technician_SeesTheTask_AndNeitherNamesNorStory()
    {
        await using var technician = await site.VisitAsync();
        await technician.SignInAsAsync(Technician);

        await technician.FollowAsync("Technical tasks");

        await technician.LookAsync("technical-tasks");
        (await technician.TextAsync()).ShouldContain("they tell you what to do and not why", Case.Insensitive);
        await technician.Page.Locator("main a[href^='/technical-tasks/']").First.ClickAsync();
        await technician.LookAsync("technical-task");
        (await technician.Page.Locator("main a[href^='http']").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Lead_SeesWhoOpenedARecord_AndPrintsIt()
    {
        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.GoAsync("/desk?group=closed");
        await lead.Page.Locator("main a[href^='/incidents/']").First.ClickAsync();
        var record = lead.Path;
        await lead.LookAsync("record-closed");
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await teacher.GoAsync(record);
        (await teacher.HeadingAsync()).ShouldBe("Page not found");

        await lead.GoAsync(record + "/readings");

        (await lead.TextAsync()).ShouldContain("Nasreen Qadir");
        (await lead.TextAsync()).ShouldContain("Asked for it, and may not know of it");
        await lead.LookAsync("readings");
        await lead.GoAsync(record + "/print");
        await lead.LookAsync("print-choices");
        await lead.GoAsync("/forms/blank");
        await lead.LookAsync("blank-form");
    }

    [Fact]
    public async Task Lead_PutsADeputyOnDuty_AndAReporterLearnsWhomToRing()
    {
        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.FollowAsync("On duty");
        await lead.ChooseAsync("Grace Owusu-Hallam");
        await lead.ChooseAsync("Day and night");
        await lead.WriteAsync("Number to ring (optional)", "01632 960123");
        await lead.PressAsync("Set the duty");
        (await lead.TextAsync()).ShouldContain("On duty now: Grace Owusu-Hallam");
        await lead.LookAsync("rota");

        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await teacher.GoAsync("/report");

        (await teacher.TextAsync()).ShouldContain("01632 960123");
        await teacher.LookAsync("report-on-duty");
    }

    [Fact]
    public async Task EveryFirstPage_FitsAPhone_AndIsCleanForAScreenReader()
    {
        foreach (var (label, pages) in new (string, string[])[]
        {
            (Lead, ["/home", "/desk", "/search", "/receipts", "/report", "/rota"]),
            (Teacher, ["/home", "/receipts"]),
            (Technician, ["/home", "/technical-tasks"]),
            ("System administrator", ["/home"]),
            ("Partnership officer", ["/home"]),
        })
        {
            await using var visitor = await site.VisitAsync(width: 360, height: 740);
            await visitor.SignInAsAsync(label);
            foreach (var page in pages)
            {
                await visitor.GoAsync(page);
                await visitor.LookAsync("phone-" + label.Split(' ')[0] + page.Replace('/', '-'));
            }
        }
    }

    private static async Task CloseAsync(Visitor lead, string record, string pupil)
    {
        await lead.LookAsync("record-incident");
        await Working.FormAsync(lead, record, intent: "Accidental", picture: "form");
        await Working.ClassifyAsync(lead, record, "online-bullying", "contact/aggressive", picture: "classify");
        await lead.GoAsync(record + "/close");
        (await lead.TextAsync()).ShouldContain("Still to do");
        await lead.LookAsync("close-still-to-do");

        await Working.TellParentsAsync(lead, record, child: 0);
        await lead.GoAsync(record + "/support");
        await Working.SupportAsync(lead, person: 0, state: "Given");
        await lead.GoAsync(record + "/referrals/new");
        await lead.LookAsync("referral");
        await lead.Page.Locator("input[name=What][value=NoReferral]").CheckAsync();
        await lead.Page.Locator("textarea[name=Reasons]").FillAsync("Settled in school; the threshold is not met.");
        await lead.Page.Locator("input[name=HeadConsulted][value=false]").CheckAsync();
        await lead.PressAsync("Record the decision");

        await lead.GoAsync(record + "/copied");
        await lead.Page.Locator("input[name=Where][value=alone]").CheckAsync();
        await lead.PressAsync("Save");
        await lead.GoAsync(record + "/close");
        await lead.Page.Locator("input[name=Reason]").First.CheckAsync();
        await lead.Page.Locator("textarea[name=Outcome]").FillAsync("Both families met; the pupil feels safe.");
        await lead.Page.Locator("textarea[name=Lessons]").FillAsync("Group chats come up again in assembly.");
        await lead.PressAsync("Close the record");
        (await lead.TextAsync()).ShouldContain("closed", Case.Insensitive, await lead.TextAsync());
        lead.Path.ShouldBe(record);
        await lead.LookAsync("record-worked");
        _ = pupil;
    }

    private static async Task<string> FindPupilAsync(Visitor teacher, string part)
    {
        await Reporting.AddFromRosterAsync(teacher, "a", part);
        return await teacher.Page.Locator("dl dt").First.InnerTextAsync();
    }
}
