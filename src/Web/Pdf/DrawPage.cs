using System.Text.Json.Nodes;

namespace Lifeguard.Web.Pdf;

/// <summary>
/// One page, from HTML to PDF, in a browser context of its own that keeps everything in memory and is thrown away afterwards.
/// The HTML is written into an empty page, so it has no address, no history and no cache.
/// </summary>
internal static class DrawPage
{
    public static async Task<byte[]> RunAsync(ChromiumProcess chromium, string html, CancellationToken stop)
    {
        var context = Text(await chromium.AskAsync("Target.createBrowserContext", new() { ["disposeOnDetach"] = true }, null, stop), "browserContextId");
        try
        {
            var target = Text(await chromium.AskAsync("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }, null, stop), "targetId");
            var session = Text(await chromium.AskAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, null, stop), "sessionId");
            Task<JsonObject> AskAsync(string method, JsonObject parameters) => chromium.AskAsync(method, parameters, session, stop);

            await AskAsync("Page.enable", []);
            await AskAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
            await AskAsync("Network.enable", []);
            await AskAsync("Network.setBlockedURLs", new() { ["urls"] = new JsonArray("http://*", "https://*", "ws://*", "wss://*", "ftp://*", "file://*") });
            await AskAsync("Network.emulateNetworkConditions", new() { ["offline"] = true, ["latency"] = 0, ["downloadThroughput"] = 0, ["uploadThroughput"] = 0 });
            var tree = await AskAsync("Page.getFrameTree", []);
            var frame = (string)tree["frameTree"]!["frame"]!["id"]!;
            await AskAsync("Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = html });
            // The one script is ours and asked from outside: without it a page may be drawn before its font is read.
            await AskAsync("Runtime.evaluate", new() { ["expression"] = "document.fonts.ready.then(() => 0)", ["awaitPromise"] = true });
            var drawn = await AskAsync("Page.printToPDF", new()
            {
                ["preferCSSPageSize"] = true,
                ["printBackground"] = true,
                ["generateTaggedPDF"] = true,
                ["generateDocumentOutline"] = true,
                // In the answer itself: as a stream, Chromium would keep it in a file.
                ["transferMode"] = "ReturnAsBase64",
            });
            return Convert.FromBase64String(Text(drawn, "data"));
        }
        finally
        {
            await ForgetAsync(chromium, context);
        }
    }

    private static async Task ForgetAsync(ChromiumProcess chromium, string context)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await chromium.AskAsync("Target.disposeBrowserContext", new() { ["browserContextId"] = context }, null, soon.Token);
        }
        catch (Exception fault) when (fault is ChromiumFault or OperationCanceledException)
        {
            // It went with the browser.
        }
    }

    private static string Text(JsonObject answer, string name) => (string?)answer[name] ?? throw new ChromiumFault($"Chromium gave no {name}.");
}
