using Microsoft.Playwright;

namespace Lifeguard.Tests.Shared;

/// <summary>
/// The browser of every journey. Debian's Chromium without windows asks a third of the processor that the whole one does, which opens and
/// paints its tool bars unseen; the pages are drawn by the same engine. Where it is not installed the whole one does, and takes longer.
/// </summary>
public static class QuietChromium
{
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        ArgumentNullException.ThrowIfNull(playwright);
        return playwright.Chromium.LaunchAsync(new() { ExecutablePath = File.Exists(WithoutWindows) ? WithoutWindows : "/usr/bin/chromium", Args = Quiet });
    }
}
