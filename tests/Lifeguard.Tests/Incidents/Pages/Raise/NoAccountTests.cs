using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Raise;

public sealed class NoAccountTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Report_BehindTheSchoolsCode_ReachesTheDeskAndGivesAReceiptAnybodyWithItsAddressCanOpen()
    {
        var school = await world.StaffedSchoolAsync();
        var code = await world.CodeAsync(school.Id);
        var browser = world.Stranger();

        var who = await browser.StartAsync(address: $"/report?code={code[..4]}-{code[4..].ToLowerInvariant()}");
        who = await who.AddWrittenAsync("Ella W", NamedAs.Pupil, Part.Harmed);
        var readers = await who.ContinueAsync();
        var what = await readers.ContinueAsync();
        var words = await what.ContinueAsync(form => form.Set("Story", "Seen in the corridor").Set("Imagery", "no"));
        var where = await words.ContinueAsync(form => form.Set("NoWords", "true"));
        var you = await (await where.ContinueAsync()).ContinueAsync();
        var check = await you.ContinueAsync(form => form.Set("YourName", "Dev Malhotra").Set("Contact", "07700 900123"));
        var receipt = await check.SubmitAsync(button: "Send");

        receipt.Path.ShouldStartWith("/receipts/");
        (await world.Stranger().GetAsync(receipt.Path)).Text.ShouldContain("Received");
        var report = (await world.AllAsync<Report>(school.Id)).ShouldHaveSingleItem();
        (report.ReporterIdentity, report.ReporterName, report.ReporterContact).ShouldBe((null, "Dev Malhotra", "07700 900123"));
        (await world.AllAsync<Incident>(school.Id)).ShouldHaveSingleItem().Desks.ShouldBe([nameof(Lifeguard.Incidents.Model.Desk.SafeguardingTeam)]);
    }

    [Fact]
    public async Task Stranger_NeverReadsANameOfTheSchoolsList()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = world.Stranger();
        var who = await browser.StartAsync(address: "/report?code=" + await world.CodeAsync(school.Id));

        var forged = await browser.PostAsync(who.Path + "?handler=Find", [new("Name", "Ella")]);
        var added = await browser.PostAsync(who.Path + "?handler=Add", [new("Person", school.Pupil.PersonId.ToString()), new("Part", "Harmed")]);
        who = await (await browser.GetAsync(who.Path)).AddWrittenAsync("The coach", NamedAs.AdultHere, Part.SaidToHaveDoneIt);
        var readers = await who.ContinueAsync();

        foreach (var page in new[] { forged, added, who, readers })
            foreach (var name in new[] { "Winterbourne", "Okonjo", "Penhallow" }) page.Html.ShouldNotContain(name);
        readers.Text.ShouldContain("Head teacher");
    }

    [Fact]
    public async Task WrongCode_IsAnsweredInWordsAndKeepsNothing()
    {
        var page = await world.Stranger().GetAsync("/report?code=WRNGC0DE");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Errors.ShouldBe(["That is not the code of a school here. Look at the poster again, or ask at the school's office"]);
        page.Document.QuerySelectorAll("main a[href='tel:999']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Draft_InAnotherBrowser_IsNotThere()
    {
        var school = await world.StaffedSchoolAsync();
        var who = await world.Stranger().StartAsync(address: "/report?code=" + await world.CodeAsync(school.Id));

        var other = await world.Stranger().GetAsync(who.Path);
        var staff = await (await world.SignedInAsync(school.Lead)).GetAsync(who.Path);

        other.Status.ShouldBe(HttpStatusCode.NotFound);
        staff.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Teacher_InAnotherSchool_ReportsThereThroughTheCode()
    {
        var own = await world.StaffedSchoolAsync();
        var visited = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(own.Teacher);

        var who = await browser.StartAsync(address: "/report?code=" + await world.CodeAsync(visited.Id));

        who.Heading.ShouldBe("Who is it about?");
        who.Text.ShouldNotContain("Find a pupil");
    }
}
