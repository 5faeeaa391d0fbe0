using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Pdf;

namespace Lifeguard.Tests.Incidents.Pages.Print;

public sealed class BlankFormTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Teacher_PrintsTheBlankForm_WithSixQuestionsAndNumbers()
    {
        var school = await world.SchoolAsync();
        var browser = await world.SignedInAsync(await world.PersonAsync(school, "Priya Nandakumar", PersonKind.Staff, Role.Teacher));

        var form = await browser.GetAsync("/forms/blank");
        var pdf = await (await browser.GetAsync("/forms/blank.pdf")).Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        form.Document.QuerySelectorAll("main h2").Count(question => char.IsDigit(question.TextContent[0])).ShouldBe(6);
        form.Text.ShouldContain("999");
        if (Environment.GetEnvironmentVariable("LIFEGUARD_KEEP_PDF") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "blank.pdf"), pdf, TestContext.Current.CancellationToken);
        var text = await Paper.TextAsync(pdf);
        text.ShouldContain("999");
        text.ShouldContain("wrote it on paper first");
    }

    [Fact]
    public async Task Stranger_IsAskedToSignIn() => (await world.Stranger().GetAsync("/forms/blank")).Path.ShouldBe("/sign-in");
}
