using System.Diagnostics;
using Lifeguard.Browser.Tests.House;
using static Lifeguard.Browser.Tests.House.Cast;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>Who learns of a record and who does not: somebody named later, the letters that leave, and the proof of who read it.</summary>
[Collection(nameof(Site))]
public sealed class WhoMayKnowTests(Site site)
{
    [Fact]
    public async Task HeadIsNamedLater_TheRecordLeavesTheLead_AndTheHeadNeverKnew()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await Reporting.AboutAPupilAsync(teacher, "Saffron lapwing: somebody writes to her at night.", "I must not say who it is");

        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.SearchAsync("saffron lapwing");
        var record = lead.Path;
        await lead.PressAsync("Make it an incident");

        // The head opens nothing of it, before and after; what they see is the same.
        await using var head = await site.VisitAsync();
        await head.SignInAsAsync(Head);
        var (homeBefore, foundBefore) = (await head.TextAsync(), await head.FindsAsync("saffron lapwing"));

        await lead.GoAsync(record + "/people/add");
        await lead.WriteAsync("Name, or part of it", "Ruth Adeyemi");
        await lead.Page.Locator("input[name=Part][value=SaidToHaveDoneIt]").CheckAsync();
        await lead.PressAsync("Continue");
        await lead.Page.Locator("input[name=Choice]").First.CheckAsync();
        await lead.PressAsync("Continue");
        (await lead.TextAsync()).ShouldContain("Colin Haverstock");
        (await lead.TextAsync()).ShouldContain("The record will no longer be with you");
        await lead.LookAsync("named-later-preview");
        await lead.PressAsync("Add Ruth Adeyemi-Carr");

        (await lead.HeadingAsync()).ShouldBe("No longer with you");
        await lead.GoAsync(record);
        (await lead.HeadingAsync()).ShouldBe("Page not found");
        (await lead.FindsAsync("lapwing")).ShouldBe(0);
        foundBefore.ShouldBe(0);
        (await head.FindsAsync("lapwing")).ShouldBe(0);
        await head.GoAsync(record);
        (await head.HeadingAsync()).ShouldBe("Page not found");
        await head.GoAsync("/home");
        (await head.TextAsync()).ShouldBe(homeBefore);

        await using var chair = await site.VisitAsync();
        await chair.SignInAsAsync(Chair);
        await chair.GoAsync(record);
        (await chair.HeadingAsync()).ShouldStartWith("Allegation");
        (await chair.TextAsync()).ShouldContain("Saffron lapwing");
        await chair.LookAsync("allegation-named-later");
    }

    [Fact]
    public async Task Letters_SayOneOfTwoThings_AndNothingElse()
    {
        await using var teacher = await site.VisitAsync();
        await teacher.SignInAsAsync(Teacher);
        await Reporting.AboutAPupilAsync(teacher, "Magenta curlew: she says she will meet him today.", "he is waiting at the station", danger: "Yes");

        var all = await site.LettersAsync(wait: letter => letter.Contains("urgent", StringComparison.Ordinal));
        // The one other kind goes to people without an account and is looked at with the Access room.
        var letters = all.Where(letter => !letter.Contains("Subject: Lifeguard: make your account", StringComparison.Ordinal)).ToList();

        letters.Select(letter => letter.Split('\n').Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal)).Trim()).Distinct().Order()
            .ShouldBe(["Subject: Lifeguard: something is waiting for you", "Subject: Lifeguard: urgent, sign in now"]);
        letters.Select(letter => letter[letter.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]).Distinct().Count().ShouldBe(2, "two bodies, and no case in either");
        letters.ShouldAllBe(letter => letter.Contains(new Uri(site.Address, "/home").ToString(), StringComparison.Ordinal));

        await using var deputy = await site.VisitAsync();
        await deputy.SignInAsAsync(Deputy);
        (await deputy.TextAsync()).ShouldContain("that nobody has opened");
        (await deputy.TextAsync()).ShouldNotContain("curlew");
    }

    [Fact]
    public async Task WhoSawThis_IsShown_AndTheSeparateVerifierFindsTheJournalWhole()
    {
        await using var lead = await site.VisitAsync();
        await lead.SignInAsAsync(Lead);
        await lead.GoAsync("/desk?group=closed");
        await lead.Page.Locator("main a[href^='/incidents/']").First.ClickAsync();
        await lead.GoAsync(lead.Path + "/readings");
        (await lead.TextAsync()).ShouldContain("Nasreen Qadir");
        await lead.LookAsync("who-saw-this");
        await site.SealedAsync();

        var (code, said) = await VerifyAsync();

        code.ShouldBe(0, said);
        said.ShouldContain("sealed", Case.Insensitive);
    }

    private async Task<(int Code, string Said)> VerifyAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Root, "src", "Verifier", "bin", "Debug", "net10.0", "lifeguard-verifier.dll"), "verify"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Backup"] = site.Connection("lg_backup");
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }
}
