using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;
using static Lifeguard.Browser.Tests.House.Cast;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>A bad case with guided questions: one record goes through the hands of a teacher, the lead, a deputy, the technician and the head.</summary>
[Collection(nameof(SecondSiteCollection))]
public sealed class RespondingTests(Site site)
{
    [Fact]
    public async Task Nudes_FromTheFirstQuestionToTheClose()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await Reporting.TwoPupilsAsync(teacher, "Amber turnstone: a picture of her is said to go round in Year 9.", "I only sent it to him");
        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.SearchAsync("amber turnstone");
        await lead.PressAsync("Make it an incident");
        var record = lead.Path;

        var plan = await AnswersAsync(lead, record);
        await GivesRefersAndLeavesOutAsync(lead, plan);
        await ChangesAnAnswerAsync(lead);
        await HoldsTheFamilyAsync(lead, record);
        await IsToldWhatIsOpenAsync(lead, record);

        await TechnicianIsolatesAsync(lead, plan);
        await HeadWaitsForTheChildrenAsync(lead, record);
        await DeputyDoesWhatWasGivenAsync();
        await LeadGoesThroughThePlanAsync(lead, record, plan);
        await HeadDecidesAsync(record);
        await LeadCloses(lead, record);
    }

    private static async Task<string> AnswersAsync(Visitor lead, string record)
    {
        await lead.PressAsync("What to do now, step by step");
        await lead.LookAsync("respond-begin");
        (await lead.Page.Locator("input[name=Flow]:checked").GetAttributeAsync("value")).ShouldBe("nudes", "it is what the report speaks of");
        await lead.PressAsync("Begin");
        await lead.ArriveAsync("**/respond/*");
        var plan = lead.Path;
        await lead.LookAsync("respond-first-question");
        await Responding.AnswerAsync(lead, "no", "no", "13-15", "nude", "unsure", "yes", "similar", "no", "passed-on", "no", "school", "no", "no", "asked");
        (await lead.Page.Locator(".lg-plan__urgency").InnerTextAsync()).ShouldBe("Act today");
        await lead.LookAsync("respond-plan");
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await lead.PictureAsync("respond-plan-on-paper");
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        _ = record;
        return plan;
    }

    private static async Task GivesRefersAndLeavesOutAsync(Visitor lead, string plan)
    {
        await Responding.OpenAsync(lead, "Hold a first review meeting");
        await lead.LookAsync("respond-item");
        await lead.FollowAsync("Give it to somebody");
        await lead.Page.Locator("select[name=Owner]").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await lead.PressAsync("Set the action");
        (await lead.Page.Locator(".lg-plan").InnerTextAsync()).ShouldContain("With Grace Owusu-Hallam");

        await Responding.OpenAsync(lead, "Children's social care");
        await lead.LookAsync("respond-call");
        await lead.PressAsync("Record whom you spoke to");
        await lead.LookAsync("respond-referral");
        await Responding.ReferAsync(lead, "R. Ashdown, duty worker", "SC-90412", "Keep the two apart; a visit tomorrow.");
        lead.Path.ShouldBe(plan);
        (await lead.TextAsync()).ShouldContain("Recorded as a referral");

        await Responding.OpenAsync(lead, "Report Remove");
        await lead.Page.Locator("summary").Filter(new() { HasText = "Leave it out" }).ClickAsync();
        await lead.PressAsync("Leave it out");
        (await lead.TextAsync()).ShouldContain("Say why it is left out");
        await lead.LookAsync("respond-left-out-without-a-reason");
        await lead.Page.Locator("textarea[name=Reason]").FillAsync("It stands nowhere online, and she does not want it.");
        await lead.WriteAsync("Who was asked before that", "The education safeguarding team");
        await lead.PressAsync("Leave it out");
        (await lead.Page.Locator(".lg-plan").InnerTextAsync()).ShouldContain("Left out");
    }

    private static async Task ChangesAnAnswerAsync(Visitor lead)
    {
        await Responding.AnswerAgainAsync(lead, "Was there pressure", "yes");

        (await lead.Page.Locator(".lg-plan__urgency").InnerTextAsync()).ShouldBe("Act now");
        var after = await lead.TextAsync();
        foreach (var kept in new[] { "Recorded as a referral", "It stands nowhere online", "With Grace Owusu-Hallam", "Police (101" }) after.ShouldContain(kept);
        await lead.LookAsync("respond-answer-changed");
    }

    private static async Task HoldsTheFamilyAsync(Visitor lead, string record)
    {
        (await lead.Page.Locator(".lg-plan").InnerTextAsync()).ShouldContain("Do not tell yet");
        await Working.TellParentsAsync(lead, record, child: 0);
        (await lead.TextAsync()).ShouldContain("Telling them is held");
        await lead.LookAsync("respond-family-held");
        await lead.Page.Locator("[name=Although]").FillAsync("DC Ashdown agreed at ten.");
        await lead.PressAsync("Record the decision");
        (await lead.TextAsync()).ShouldContain("Although it was held");
    }

    private static async Task IsToldWhatIsOpenAsync(Visitor lead, string record)
    {
        await lead.PictureAsync("respond-record");
        await lead.GoAsync(record + "/close");
        await lead.LookAsync("respond-close-refused");
        var open = await lead.Page.Locator("#in-the-way").InnerTextAsync();
        foreach (var what in new[] { "Ring or refer to: Police (101", "Take the device out of use", "Record what came of each referral" }) open.ShouldContain(what);
        await lead.Page.Locator("#in-the-way a").Filter(new() { HasText = "Take the device out of use" }).ClickAsync();
        (await lead.HeadingAsync()).ShouldStartWith("Take the device out of use");
    }

    private async Task TechnicianIsolatesAsync(Visitor lead, string plan)
    {
        await lead.PressAsync("Ask for the device to be isolated");
        await lead.WriteAsync("Which device?", "Tablet 22");
        await lead.Page.Locator("input[name=SafeToStop][value=yes]").CheckAsync();
        await lead.Page.Locator("input[name=LeavesChildExposed][value=no]").CheckAsync();
        await lead.Page.Locator("input[name=PossibleOffence][value=true]").CheckAsync();
        await lead.Page.Locator("input[name=OfAdult][value=false]").CheckAsync();
        await lead.LookAsync("respond-device");
        await lead.PressAsync("Ask the technician");
        lead.Path.ShouldBe(plan);

        await using var technician = await site.VisitAsync();
        await technician.SignInAsAsync(Technician);
        await technician.FollowAsync("Something is to be kept, isolated or blocked");
        (await technician.TextAsync()).ShouldContain("Tablet 22");
        await technician.LookAsync("technician-order");
        await technician.PressAsync("Take it into custody");
        await technician.WriteAsync("Where was it found?", "Room 12, by the caretaker");
        await technician.WriteAsync("How is it sealed?", "Evidence bag 0044, signed over the seal");
        await technician.WriteAsync("Where is it stored?", "Server room cupboard, two keys");
        await technician.PressAsync("Take it into custody");
        var item = technician.Path;
        await technician.FollowAsync("Isolate it");
        await technician.LookAsync("technician-isolate");
        await technician.WriteAsync("How?", "Off the network, left as it was, locked away.");
        await technician.PressAsync("It is isolated");
        await technician.FollowAsync("Hand it over");
        await technician.WriteAsync("To whom?", "The office manager");
        await technician.WriteAsync("Why?", "Locked away overnight");
        await technician.PressAsync("Add it to the chain");
        await technician.LookAsync("technician-item");
        (await technician.TextAsync()).ShouldNotContain("turnstone", Case.Insensitive);
        await LogsAndAddressAsync(technician);

        await lead.GoAsync(plan);
        (await lead.Page.Locator(".lg-plan").InnerTextAsync()).ShouldContain("The device was taken into custody.");
        await lead.GoAsync(item + "/advice");
        await lead.WriteAsync("Whom did you speak to?", "DC Ashdown");
        await lead.WriteAsync("Their reference", "BRK/7/26");
        await lead.Page.Locator("input[name=MayBeReleased][value=false]").CheckAsync();
        await lead.WriteAsync("What did they say?", "They collect it at three.");
        await lead.PressAsync("Record it");
        await technician.GoAsync(item + "/end");
        await technician.Page.Locator("input[name=Ending][value=HandedToPolice]").CheckAsync();
        await technician.WriteAsync("Name of whoever received it", "DC Ashdown");
        await technician.WriteAsync("How was it done?", "Sealed bag, at reception");
        await technician.WriteAsync("Police reference", "BRK/7/26");
        await technician.PressAsync("It has left our hands");
        await lead.GoAsync(item + "/sheet");
        await lead.LookAsync("custody-sheet");
    }

    private static async Task LogsAndAddressAsync(Visitor technician)
    {
        await technician.GoAsync("/custody/orders/new");
        await technician.Page.Locator("input[name=What][value=BlockAddress]").CheckAsync();
        await technician.WriteAsync("The address", "chat.example.org/rooms/8b");
        await technician.WriteAsync("Who runs the filter and is asked?", "The trust's filter team");
        await technician.WriteAsync("Who asks for it?", "The safeguarding lead");
        await technician.PressAsync("Put it down");
        await technician.GoAsync("/custody");
        await technician.FollowAsync("Have an address blocked");
        await technician.WriteAsync("What was done?", "Asked at ten, blocked at eleven, tried from a test account.");
        await technician.PressAsync("Done");
        await technician.GoAsync("/custody");
        await technician.FollowAsync("Keep logs from being overwritten");
        await technician.WriteAsync("What was done?", "Rotation is stopped for these two weeks.");
        await technician.WriteAsync("Where are they kept?", "Log server, read by the network manager alone");
        await technician.Page.Locator("input[name='KeptUntil.Day']").FillAsync("1");
        await technician.Page.Locator("input[name='KeptUntil.Month']").FillAsync("9");
        await technician.Page.Locator("input[name='KeptUntil.Year']").FillAsync(TimeProvider.System.GetUtcNow().AddYears(1).Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await technician.PressAsync("Done");
        await technician.GoAsync("/custody");
        var done = await technician.TextAsync();
        foreach (var what in new[] { "Ended in the last 30 days", "Proxy log of the library computers", "Kept until 1 September" }) done.ShouldContain(what);
        await technician.LookAsync("technician-done");
    }

    private async Task HeadWaitsForTheChildrenAsync(Visitor lead, string record)
    {
        await Working.FormAsync(lead, record, intent: "Deliberate");
        await Working.ClassifyAsync(lead, record, "nudes-and-semi-nudes", "conduct/sexual");
        await Working.LetReadAsync(lead, record, "Ruth Adeyemi");

        await using var head = await site.VisitAsync();
        await head.SignInAsAsync(Head);
        await head.GoAsync("/conduct");
        await head.LookAsync("conduct-matrix");
        if (await head.Page.GetByRole(AriaRole.Button, new() { Name = "Approve it as it stands" }).CountAsync() > 0) await head.PressAsync("Approve it as it stands");
        (await head.TextAsync()).ShouldContain("approved by");
        await head.GoAsync("/home");
        await head.FollowAsync("A record was given to you");
        await head.FollowAsync("Conduct: decide, or put it right");
        (await head.TextAsync()).ShouldContain("The children come first");
        await head.LookAsync("conduct-waits");
    }

    private async Task DeputyDoesWhatWasGivenAsync()
    {
        await using var deputy = await site.VisitAsync();
        await deputy.SignInAsAsync(Deputy);
        await deputy.FollowAsync("An action of yours is due today");
        await deputy.Page.Locator("a[href*='/actions/']").First.ClickAsync();
        await deputy.Page.Locator("textarea[name=Result]").FillAsync("We met at eleven: both are looked after tonight.");
        await deputy.Page.Locator("main form button").First.ClickAsync();
        (await deputy.TextAsync()).ShouldContain("We met at eleven");
    }

    private static async Task LeadGoesThroughThePlanAsync(Visitor lead, string record, string plan)
    {
        await lead.GoAsync(plan);
        (await lead.Page.Locator(".lg-plan").InnerTextAsync()).ShouldContain("We met at eleven");
        await Responding.OpenAsync(lead, "Police (101");
        await lead.PressAsync("Record whom you spoke to");
        await Responding.ReferAsync(lead, "DC Ashdown", "BRK/7/26", "They see both families on Friday.");
        await Responding.OpenAsync(lead, "Offer support to each person");
        await lead.PressAsync("Record the support");
        await Working.SupportAsync(lead, person: 0, state: "Offered");
        await Responding.OpenAsync(lead, "Offer support to each person");
        await lead.PressAsync("Record the support");
        await Working.SupportAsync(lead, person: 1, state: "Declined");
        await Responding.OpenAsync(lead, "Afterwards: talk it through");
        await lead.PressAsync("Write down what was learnt");
        await lead.WriteAsync("Who took part?", "The lead, a deputy, the form tutor");
        await lead.WriteAsync("What was learnt?", "Pupils knew for days; nobody knew whom to tell.");
        for (var at = 0; at < 4; at++) await lead.Page.Locator($"input[name='Must[{at}]'][value={(at == 3 ? "yes" : "no")}]").CheckAsync();
        await lead.Page.Locator("textarea[name='Change[3]']").FillAsync("A lesson on what to do when a picture goes round.");
        await lead.Page.Locator("select[name=Owner]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await lead.LookAsync("respond-debrief");
        await lead.PressAsync("Write it down");
        while (await Responding.NextAsync(lead) is { } item) await Responding.DoneAsync(lead, item, "Done, and written down.");
        (await lead.TextAsync()).ShouldContain("Every question is answered");
        await lead.LookAsync("respond-all-settled");
        _ = record;
    }

    private async Task HeadDecidesAsync(string record)
    {
        await using var head = await site.VisitAsync();
        await head.SignInAsAsync(Head);
        await head.GoAsync(record + "/sanctions");
        await head.Page.Locator("input[name=Category][value=pupil-c]").CheckAsync();
        await head.PressAsync("Go on");
        (await head.TextAsync()).ShouldContain("earlier decision");
        await head.PressAsync("Record the decision");
        (await head.TextAsync()).ShouldContain("Say why this much and not more or less");
        await head.LookAsync("conduct-asked-why");
        await head.ChooseAsync("Parents or carers are asked in");
        await head.ChooseAsync("A meeting to put it right with those who were harmed");
        await head.WriteAsync("Reasons", "He passed on what was sent to him in trust.");
        await head.WriteAsync("Why this much?", "The first time; he came himself; he is fourteen.");
        await head.WriteAsync("Needs and circumstances", "Asked the SENCo: nothing to adjust.");
        await head.WriteAsync("What does it mean for whoever was harmed?", "She agrees to the meeting, with her mother.");
        await head.PressAsync("Record the decision");
        (await head.TextAsync()).ShouldContain("The decision is recorded");
        await head.LookAsync("conduct-decided");
    }

    private static async Task LeadCloses(Visitor lead, string record)
    {
        await Working.TellParentsAsync(lead, record, child: 1);
        await Working.HearAsync(lead, record);
        (await lead.TextAsync()).ShouldContain("He passed on what was sent to him in trust.");
        (await lead.Page.Locator("table").Filter(new() { HasText = "What was decided about conduct" }).InnerTextAsync()).ShouldContain("A meeting to put it right");
        await lead.Page.Locator("a[href*='/actions/']").First.ClickAsync();
        await lead.Page.Locator("textarea[name=Result]").FillAsync("The lesson stands in the plan for January.");
        await lead.Page.Locator("main form button").First.ClickAsync();
        await lead.GoAsync(record + "/copied");
        await lead.Page.Locator("input[name=Where][value=alone]").CheckAsync();
        await lead.PressAsync("Save");
        await lead.GoAsync(record + "/close");
        await lead.Page.Locator("input[name=Reason]").First.CheckAsync();
        await lead.Page.Locator("textarea[name=Outcome]").FillAsync("Both are looked after; the police have the device.");
        await lead.Page.Locator("textarea[name=Lessons]").FillAsync("Pupils learn whom to tell.");
        await lead.PressAsync("Close the record");
        lead.Path.ShouldBe(record, await lead.TextAsync());
        await lead.PictureAsync("respond-closed");
        await lead.GoAsync(record + "/print");
        await lead.PressAsync("Show the page to print");
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await lead.PictureAsync("respond-sheet-on-paper");
    }
}
