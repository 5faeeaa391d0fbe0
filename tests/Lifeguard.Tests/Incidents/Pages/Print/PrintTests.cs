using System.Net;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Pdf;

namespace Lifeguard.Tests.Incidents.Pages.Print;

public sealed class PrintTests(World world) : IClassFixture<World>
{
    private const string Everything = "?chronology=with&names=all";

    // Polly is the first child on the record.
    private const string OnlyPolly = "?chronology=with&names=1";

    [Fact]
    [Requirement("A-081")]
    [Requirement("A-082")]
    public async Task Dsl_PrintsTheForm_WithEveryBlockFilledIn()
    {
        var made = await PrintedCase.MakeAsync(world);
        var browser = await world.SignedInAsync(made.Cast["dsl"]);
        var choices = await browser.GetAsync(made.Address + "/print");
        choices.Document.QuerySelectorAll("main form").Single(form => form.GetAttribute("action") == made.Address + "/print/sheet").QuerySelectorAll("[name=names]").Length.ShouldBe(4);

        var paper = await browser.GetAsync(made.Address + "/print/sheet" + Everything);

        paper.Status.ShouldBe(HttpStatusCode.OK);
        paper.Document.QuerySelectorAll("main h2").Select(block => block.TextContent).ShouldBe([
            "1. Organisation", "2. Details of the incident", "3. Who was involved", "4. Type of incident", "5. Description, in the reporter's words", "6. Nature of the incident",
            "7. Action taken", "8. Other agencies", "9. Parents and carers", "10. Support", "11. Outcome and lessons", "12. Chronology"]);
        paper.Text.ShouldContain("Tarrowby High School");
        paper.Text.ShouldContain("Dalia Sandford (Safeguarding lead (DSL))");
        paper.Text.ShouldContain(PrintedCase.Story);
        paper.Text.ShouldContain("Pavel Underhill");
        paper.Text.ShouldContain("SC-4471");
        paper.Text.ShouldContain(made.Reference.Short);
        paper.Document.QuerySelectorAll("a").ShouldAllBe(link => !link.GetAttribute("href")!.Contains("example.org"));
        paper.Document.Title.ShouldBe("Record to print - Lifeguard");
    }

    [Fact]
    [Requirement("A-109")]
    public async Task CopyForAnotherProgram_HoldsTheSameBlocks_WithTheSameNamesReplaced()
    {
        var made = await PrintedCase.MakeAsync(world);
        var browser = await world.SignedInAsync(made.Cast["dsl"]);

        var all = await browser.GetAsync(made.Address + "/print.json" + Everything);
        var one = await browser.GetAsync(made.Address + "/print.json" + OnlyPolly);

        all.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("record.json");
        using var json = System.Text.Json.JsonDocument.Parse(all.Html);
        json.RootElement.GetProperty("format").GetString().ShouldBe("lifeguard-incident/1");
        json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("title").GetString()).ShouldContain("Details of the incident");
        all.Html.ShouldContain("Fieldgate");
        one.Html.ShouldContain("Petra Upwood");
        one.Html.ShouldNotContain("Fieldgate");
        (await made.ReadingsOfAsync(made.Cast["dsl"])).ShouldBe(["exported", "exported"]);
    }

    [Fact]
    public async Task Reading_IsInTheJournal_ForEachWayToPaper()
    {
        var made = await PrintedCase.MakeAsync(world);
        var browser = await world.SignedInAsync(made.Cast["dsl"]);

        await browser.GetAsync(made.Address + "/print");
        world.Clock.PassMinutes(1);
        await browser.GetAsync(made.Address + "/print/sheet" + Everything);
        world.Clock.PassMinutes(1);
        await browser.GetAsync(made.Address + "/print.pdf" + Everything);

        (await made.ReadingsOfAsync(made.Cast["dsl"])).ShouldBe(["opened", "printed", "exported"]);
    }

    [Theory]
    [InlineData("/print")]
    [InlineData("/print/sheet" + Everything)]
    [InlineData("/print.pdf" + Everything)]
    [InlineData("/print.json" + Everything)]
    public async Task Paper_OfARecordThatIsNotTheirs_IsNotThere(string page)
    {
        var made = await PrintedCase.MakeAsync(world);
        foreach (var part in new[] { "teacher", "head", "technician", "other-dsl", "administrator" })
        {
            var browser = await world.SignedInAsync(made.Cast[part]);

            var answer = await browser.GetAsync(made.Address + page);

            answer.Status.ShouldBe(HttpStatusCode.NotFound, part);
            answer.Html.ShouldNotContain("Upwood");
            (await made.ReadingsOfAsync(made.Cast[part])).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?chronology=with")]
    [InlineData("?chronology=with&names=everybody")]
    public async Task Sheet_WithoutASoundChoice_LeadsToTheChoices(string query)
    {
        var made = await PrintedCase.MakeAsync(world);
        var browser = await world.SignedInAsync(made.Cast["dsl"]);

        (await browser.GetAsync(made.Address + "/print/sheet" + query)).Path.ShouldBe(made.Address + "/print");
    }

    [Fact]
    public async Task CopyForOneChild_HoldsNothingOfTheOther_NeitherInTextNorInBytes()
    {
        var made = await PrintedCase.MakeAsync(world);
        var browser = await world.SignedInAsync(made.Cast["dsl"]);

        var paper = await browser.GetAsync(made.Address + "/print/sheet" + OnlyPolly);
        var pdf = await (await browser.GetAsync(made.Address + "/print.pdf" + OnlyPolly)).Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var text = await Paper.TextAsync(pdf);
        text.ShouldContain("Child B sent it round the class");
        text.ShouldContain("Petra Upwood");
        text.ShouldContain("about another family");
        foreach (var secret in new[] { "Pavel", "Underhill", "Fieldgate", "shocked" })
        {
            paper.Html.ShouldNotContain(secret, Case.Insensitive);
            text.ShouldNotContain(secret, Case.Insensitive);
            Paper.Raw(pdf).ShouldNotContain(secret, Case.Insensitive);
        }
    }

    [Fact]
    public async Task CopyForAChildWhoIsNotOnTheRecord_IsNotThere()
    {
        var made = await PrintedCase.MakeAsync(world);
        var browser = await world.SignedInAsync(made.Cast["dsl"]);

        (await browser.GetAsync(made.Address + "/print/sheet?chronology=with&names=7")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pdf_IsTheForm_AndNamesNobodyOutsideIt()
    {
        var made = await PrintedCase.MakeAsync(world);
        var browser = await world.SignedInAsync(made.Cast["dsl"]);

        var answer = await browser.GetAsync(made.Address + "/print.pdf?chronology=without&names=all");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Response.Content.Headers.ContentDisposition!.ToString().ShouldBe("attachment; filename=\"record.pdf\"");
        answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var pdf = await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("LIFEGUARD_KEEP_PDF") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "incident.pdf"), pdf, TestContext.Current.CancellationToken);
        var text = await Paper.TextAsync(pdf);
        text.ShouldContain("Online-safety incident form");
        text.ShouldContain("Polly Upwood");
        text.ShouldNotContain("12. Chronology");
        text.ShouldContain($"Incident {made.Reference.Short}");
        text.ShouldMatch(@"Page 1 of \d");
        var facts = await Paper.FactsAsync(pdf);
        facts.ShouldMatch(@"Title:\s+Lifeguard record");
        facts.ShouldMatch(@"Tagged:\s+yes");
        facts.ShouldNotContain("Upwood");
    }
}
