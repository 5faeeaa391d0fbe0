using System.Collections.Concurrent;
using System.Net;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.BadDays;

/// <summary>Somebody without an account who raises one concern after another, and goes on where they were when the site comes back.</summary>
internal sealed class Reporter(Uri site, string code)
{
    /// <summary>Text of the report and address of the receipt that was shown for it.</summary>
    public static async Task WriteAsync(Reporter reporter, string name, ConcurrentDictionary<string, string> acknowledged, Func<bool> enough)
    {
        for (var number = 0; !enough(); number++)
        {
            var text = $"{name}, report {number}: a message in a group chat.";
            if (await reporter.ReportAsync(text, enough) is { } receipt) acknowledged[text] = receipt;
        }
    }

    /// <returns>The receipt's address once it was shown; null when there was no time left.</returns>
    public async Task<string?> ReportAsync(string text, Func<bool> enough)
    {
        using var client = new HttpClient(new PlainCookies()) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(20) };
        var browser = new Browser(client);
        string? draft = null;
        while (!enough())
        {
            try
            {
                var page = await browser.GetAsync(draft ?? "/report?code=" + code);
                var steps = 0;
                for (; steps < 20 && page.Status == HttpStatusCode.OK && !page.Path.StartsWith("/receipts/", StringComparison.Ordinal); steps++)
                {
                    if (page.Path.Split('/') is ["", "report", var reference, ..]) draft = $"/report/{reference}/check";
                    page = await AnswerAsync(page, text);
                }

                if (page.Status == HttpStatusCode.OK && page.Heading.Contains("Received", StringComparison.Ordinal)) return page.Path;
                if (page.Status == HttpStatusCode.OK) throw new InvalidOperationException($"The report did not come to its end on {page.Path}: {page.Text}");
                if ((int)page.Status < 500) throw new InvalidOperationException($"{page.Path} answered {page.Status}: {page.Text}");
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
            {
                // The site was killed just now.
            }

            await Task.Delay(30);
        }

        return null;
    }

    /// <summary>The whole form once, on a site that stays; ends on the receipt.</summary>
    public static async Task<PageSeen> SendAsync(Browser browser, string code, string text)
    {
        var page = await browser.GetAsync("/report?code=" + code);
        for (var steps = 0; steps < 20 && !page.Path.StartsWith("/receipts/", StringComparison.Ordinal); steps++) page = await AnswerAsync(page, text);
        page.Heading.ShouldContain("Received");
        return page;
    }

    private static Task<PageSeen> AnswerAsync(PageSeen page, string text) => page.Path.Split('/')[^1] switch
    {
        "report" => page.SubmitAsync(form => form.Set("Danger", "No")),
        "who" => page.SubmitAsync(form => form.Set("Nobody", "true"), "Continue"),
        "what" => page.SubmitAsync(form => form.Set("Story", text).Set("Imagery", "no"), "Continue"),
        "words" => page.SubmitAsync(form => form.Set("NoWords", "true"), "Continue"),
        "danger" => page.SubmitAsync(form => form.Set("Danger", "No"), "Continue"),
        "check" => page.SubmitAsync(button: "Send"),
        _ => page.SubmitAsync(button: "Continue"),
    };
}
