using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Lifeguard.Browser.Tests.House;

/// <summary>Somebody at a browser. Every page they meet is held to the house's promises before they leave it.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private Visitor(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).AbsolutePath;

    public static async Task<Visitor> EnterAsync(IBrowserContext context, Uri home)
    {
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) visitor._faults.Add("console: " + message.Text);
        };
        page.PageError += (_, error) => visitor._faults.Add("script: " + error);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Host != home.Host) visitor._faults.Add("left for another host: " + request.Url);
        };
        return visitor;
    }

    /// <summary>One click on the demonstration's start page.</summary>
    public async Task SignInAsAsync(string label)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = label }).First.ClickAsync();
        await ArriveAsync("**/home");
    }

    /// <summary>
    /// Waits until the page of this address stands. The page itself is asked where it is and whether it is whole: the browser's word of that may
    /// pass before one listens for it, and where the address stands already Playwright's own wait listens for a quiet network.
    /// </summary>
    /// <param name="address">With ** for anything, * for anything but a slash, and {one,other}.</param>
    public Task ArriveAsync(string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        pattern = Regex.Replace(pattern, @"\\\{([^}]*)\}", either => $"({either.Groups[1].Value.Replace(',', '|')})");
        return Page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.href) && document.readyState === 'complete'", $"^{pattern}$");
    }

    public Task GoAsync(string address) => Page.GotoAsync(address);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public Task ChooseAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).First.CheckAsync();

    public Task WriteAsync(string label, string text) => Page.GetByLabel(label).First.FillAsync(text);

    public Task<string> HeadingAsync() => Page.Locator("h1").First.InnerTextAsync();

    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    /// <summary>Finds a record by words of it, and opens the first that is found.</summary>
    public async Task SearchAsync(string words, string? picture = null)
    {
        await GoAsync("/search");
        await WriteAsync("Name or words", words);
        await PressAsync("Search");
        if (picture is not null) await LookAsync(picture);
        await Page.Locator("main a[href^='/incidents/']").First.ClickAsync();
    }

    /// <summary>How many records a search for these words finds.</summary>
    public async Task<int> FindsAsync(string words)
    {
        await GoAsync("/search");
        await WriteAsync("Name or words", words);
        await PressAsync("Search");
        return await Page.Locator("main a[href^='/incidents/']").CountAsync();
    }

    public Task KeyAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Presses Enter and waits for the next page.</summary>
    public async Task EnterAsync()
    {
        await Page.EvaluateAsync("window.stillHere = true");
        await Page.Keyboard.PressAsync("Enter");
        for (var tries = 0; tries < 150; tries++)
        {
            try
            {
                if (await Page.EvaluateAsync<bool>("document.readyState === 'complete' && !window.stillHere")) return;
            }
            catch (PlaywrightException)
            {
                // Between two pages.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"Enter leads nowhere on {Path}.");
    }

    /// <summary>Goes on with the tabulator until a field of this name has the focus.</summary>
    public Task TabToAsync(string field) => TabUntilAsync($"document.activeElement.name === '{field}'", field);

    public async Task TypeByKeyAsync(string field, string text)
    {
        await TabToAsync(field);
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Ticks a box, or chooses the first answer of a group.</summary>
    public async Task TickByKeyAsync(string field)
    {
        await TabToAsync(field);
        await KeyAsync("Space");
    }

    /// <summary>Goes to a button or link with these words and presses Enter.</summary>
    public async Task PressByKeyAsync(string words)
    {
        await TabToWordsAsync(words);
        await EnterAsync();
    }

    /// <summary>Goes on with the tabulator to whatever bears these words.</summary>
    public Task TabToWordsAsync(string words) =>
        TabUntilAsync($"document.activeElement.textContent?.trim().replace(/\\s+/g, ' ') === {System.Text.Json.JsonSerializer.Serialize(words)}", words);

    /// <summary>Goes on with the arrows to one answer of the group that has the focus.</summary>
    public async Task ChooseByKeyAsync(string field, string value)
    {
        const int Most = 40;
        for (var presses = 0; presses < Most; presses++)
        {
            await Page.Keyboard.PressAsync(presses == 0 ? "Space" : "ArrowDown");
            if (await Page.EvaluateAsync<bool>($"document.querySelector(\"input[name='{field}'][value='{value}']\").checked")) return;
        }

        throw new InvalidOperationException($"The arrows do not reach {value} of {field} on {Path}.");
    }

    public Task PictureAsync(string picture) =>
        Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Repository.Pictures, picture + ".png"), FullPage = true });

    /// <summary>Looks at the page as it stands: a picture for people, axe for what pictures do not show, and the title.</summary>
    public async Task LookAsync(string picture)
    {
        await PictureAsync(picture);
        // Only what is wrong is asked for: to tell of all that is right takes longer than to find it.
        var axe = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var serious = axe.Violations.Where(one => one.Impact is "serious" or "critical")
            .Select(one => $"{one.Id}: {one.Help} at {string.Join("; ", one.Nodes.Take(3).Select(node => node.Html))}").ToList();
        serious.ShouldBeEmpty($"{picture} ({Path})");
        (await IsWiderThanItsScreenAsync()).ShouldBeFalse($"{picture} ({Path}) scrolls sideways");
    }

    public Task<bool> IsWiderThanItsScreenAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    private async Task TabUntilAsync(string condition, string what)
    {
        const int Most = 80;
        for (var tabs = 0; tabs < Most; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>(condition)) return;
        }

        throw new InvalidOperationException($"The keyboard does not reach {what} on {Path}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _faults.ShouldBeEmpty();
    }
}
