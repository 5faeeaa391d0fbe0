using System.Net;
using System.Net.Sockets;
using Lifeguard.Ui.Print;
using Lifeguard.Web.Pdf;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Tests.Pdf;

public sealed class ChromiumPdfTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The build machine's own settings: a machine that forbids user namespaces says so in its environment.
    private static PdfSettings Settings { get; } = PdfSettings.From(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    [Fact]
    public async Task Make_OfAPage_IsA4TaggedAndNamesNobody()
    {
        await using var pdf = Pdf();

        var made = await pdf.MakeAsync(Page("<h1>Polly Upwood</h1><p>It was sent round the class.</p>"), Stop);

        var bytes = made.Bytes.ShouldNotBeNull();
        (await Paper.TextAsync(bytes)).ShouldContain("It was sent round the class.");
        var facts = await Paper.FactsAsync(bytes);
        facts.ShouldMatch(@"Title:\s+Lifeguard record");
        facts.ShouldMatch(@"Creator:\s+Lifeguard\r?\n");
        facts.ShouldMatch(@"Tagged:\s+yes");
        facts.ShouldContain("(A4)");
        facts.ShouldNotContain("Polly");
    }

    [Fact]
    public async Task Make_OfAPageThatWouldReachOut_RunsNothingAndAsksNobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        await using var pdf = Pdf();

        var made = await pdf.MakeAsync(
            Page($"""
                  <p>Here</p><img src="{address}/picture"><iframe src="{address}/frame"></iframe><link rel="stylesheet" href="{address}/style">
                  <object data="{address}/object"></object><iframe src="file:///etc/passwd"></iframe>
                  <script>document.body.append('SCRIPTED'); fetch('{address}/fetch')</script><img src="x" onerror="document.body.append('SCRIPTED')">
                  """, walls: false), Stop);

        var text = await Paper.TextAsync(made.Bytes.ShouldNotBeNull());
        text.ShouldContain("Here");
        text.ShouldNotContain("SCRIPTED");
        text.ShouldNotContain("root:");
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Make_ManyAtOnce_DrawsEachItsOwn()
    {
        await using var pdf = Pdf();

        var made = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => pdf.MakeAsync(Page($"<p>Sheet number {number}.</p>"), Stop)));

        for (var number = 1; number <= made.Length; number++)
        {
            var text = await Paper.TextAsync(made[number - 1].Bytes.ShouldNotBeNull());
            text.ShouldContain($"Sheet number {number}.");
        }
    }

    [Fact]
    public async Task Make_AfterTheBrowserFellOver_DrawsWithAnother()
    {
        await using var pdf = Pdf();
        await pdf.MakeAsync(Page("<p>First</p>"), Stop);
        var first = pdf.Running.ShouldNotBeNull();
        await first.AskAsync("Browser.close", [], null, Stop);

        var made = await pdf.MakeAsync(Page("<p>Second</p>"), Stop);

        (await Paper.TextAsync(made.Bytes.ShouldNotBeNull())).ShouldContain("Second");
        pdf.Running.ShouldNotBe(first);
    }

    [Fact]
    public async Task Profile_IsGone_WhenTheBrowserIs()
    {
        var chromium = ChromiumProcess.Start(ChromiumCommand.Find(Settings).ShouldNotBeNull(), Settings);
        await chromium.AskAsync("Browser.getVersion", [], null, Stop);
        Directory.Exists(chromium.Profile).ShouldBeTrue();

        await chromium.DisposeAsync();

        Directory.Exists(chromium.Profile).ShouldBeFalse();
    }

    [Fact]
    public async Task Make_WithoutChromium_SaysThatItIsNotInstalled()
    {
        await using var pdf = Pdf(Settings with { Chromium = "/nowhere/chromium" });

        (await pdf.MakeAsync(Page("<p>Text</p>"), Stop)).Fault.ShouldBe(PdfFault.NotInstalled);
    }

    [Fact]
    public async Task Make_WithAProgramThatIsNoBrowser_SaysThatItCannotStart()
    {
        await using var pdf = Pdf(Settings with { Chromium = "/bin/true" });

        (await pdf.MakeAsync(Page("<p>Text</p>"), Stop)).Fault.ShouldBe(PdfFault.CannotStart);
    }

    [Fact]
    public async Task Dispose_AfterItBrokeThePipe_TidiesUpQuietly()
    {
        var gone = ChromiumProcess.Start("/bin/true", Settings);
        while (!gone.HasEnded) await Task.Delay(10, Stop);
        await Should.ThrowAsync<ChromiumFault>(() => gone.AskAsync("Browser.getVersion", [], null, Stop));

        await gone.DisposeAsync();

        Directory.Exists(gone.Profile).ShouldBeFalse();
    }

    [Fact]
    public async Task Make_WithAProgramThatNeverAnswers_GivesUp()
    {
        await using var pdf = Pdf(Settings with { Chromium = Silent(), Longest = TimeSpan.FromSeconds(1) });

        (await pdf.MakeAsync(Page("<p>Text</p>"), Stop)).Fault.ShouldBe(PdfFault.TooSlow);
    }

    private static string Silent()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, "#!/bin/sh\nexec cat <&3 >/dev/null\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        return file;
    }

    private static ChromiumPdf Pdf(PdfSettings? settings = null) => new(settings ?? Settings, NullLogger<ChromiumPdf>.Instance);

    private static string Page(string body, bool walls = true)
    {
        var html = $"<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Anything</title></head><body>{body}</body></html>";
        // Without the page's own policy the two walls of the browser must hold alone.
        return walls ? PaperStyles.Enclose(html, "A school") : html;
    }
}
