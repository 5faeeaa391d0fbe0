using System.Net;
using System.Text.Json.Nodes;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Lifeguard.Tests.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Print;

public sealed class LogTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Log_HoldsOnlyWhatTheViewerMayRead_AndTheJournalNamesIt()
    {
        var cast = await Cast.GatherAsync(world);
        var own = await PrintedCase.RaiseAsync(world, cast, [Pupil(cast)]);
        var aboutTheDsl = await PrintedCase.RaiseAsync(world, cast, [new(cast["dsl"].PersonId, cast["dsl"].Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt)]);
        var browser = await world.SignedInAsync(cast["dsl"]);

        var paper = await browser.GetAsync(Address(cast, "/log/print/sheet", "no"));

        paper.Text.ShouldContain("1 record raised in these days that Dalia Sandford may read.");
        paper.Text.ShouldContain(own.Reference.Short);
        paper.Html.ShouldNotContain(aboutTheDsl.Reference.Short);
        paper.Html.ShouldNotContain("Polly");
        (await ShownAsync(cast["dsl"])).ShouldBe([own.Id]);
    }

    [Fact]
    public async Task Log_WithNames_NamesThem()
    {
        var cast = await Cast.GatherAsync(world);
        await PrintedCase.RaiseAsync(world, cast, [Pupil(cast)]);
        var browser = await world.SignedInAsync(cast["dsl"]);

        (await browser.GetAsync(Address(cast, "/log/print/sheet", "yes"))).Text.ShouldContain("Polly Upwood: the person who was harmed");
    }

    [Fact]
    public async Task Log_ForSomebodyWithoutADesk_IsEmpty()
    {
        var cast = await Cast.GatherAsync(world);
        await PrintedCase.RaiseAsync(world, cast, [Pupil(cast)]);
        var browser = await world.SignedInAsync(cast["teacher"]);

        (await browser.GetAsync(Address(cast, "/log/print/sheet", "yes"))).Text.ShouldContain("No record raised in these days");
    }

    [Fact]
    public async Task Log_OfAnotherSchool_IsNotThere()
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast["other-dsl"]);

        (await browser.GetAsync(Address(cast, "/log/print/sheet", "yes"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Choices_LeadToThePaper_OrSayWhatIsWrong()
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast["dsl"]);

        var wrong = await browser.GetAsync("/log/print?Make=sheet&From.Day=3&From.Month=11&From.Year=2026&To.Day=2&To.Month=11&To.Year=2026&Names=no");
        var right = await browser.GetAsync("/log/print?Make=sheet&From.Day=3&From.Month=11&From.Year=2026&To.Day=4&To.Month=11&To.Year=2026&Names=no");

        wrong.Errors.ShouldBe(["The last day must be the same as or after the first day"]);
        right.Path.ShouldBe("/log/print/sheet");
        right.Text.ShouldContain("3 November 2026 to 4 November 2026");
    }

    [Fact]
    public async Task LogAsPdf_IsTheLog()
    {
        var cast = await Cast.GatherAsync(world);
        var own = await PrintedCase.RaiseAsync(world, cast, [Pupil(cast)]);
        var browser = await world.SignedInAsync(cast["dsl"]);

        var pdf = await (await browser.GetAsync(Address(cast, "/log/print.pdf", "yes"))).Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        if (Environment.GetEnvironmentVariable("LIFEGUARD_KEEP_PDF") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "log.pdf"), pdf, TestContext.Current.CancellationToken);
        (await Paper.TextAsync(pdf)).ShouldContain(own.Reference.Short);
    }

    private static Named Pupil(Cast cast) => new(cast["pupil"].PersonId, cast["pupil"].Name, NamedAs.Pupil, Part.Harmed);

    private static string Address(Cast cast, string page, string names) => $"{page}?school={cast.School}&from=2026-09-01&to=2026-11-30&names={names}";

    private async Task<IReadOnlyList<Guid>> ShownAsync(Someone someone)
    {
        var rows = await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>()
            .Where(row => row.Act == nameof(ListRead) && row.ByIdentity == someone.IdentityId).Select(row => row.Payload).ToListAsync());
        return [.. rows.Select(payload => JsonNode.Parse(payload!)!).Where(row => (string)row["List"]! == "log, printed").SelectMany(row => row["Shown"]!.AsArray().Select(id => (Guid)id!))];
    }
}
