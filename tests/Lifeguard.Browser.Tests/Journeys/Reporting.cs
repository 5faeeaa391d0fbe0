using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>The report as people make it, from the first question to the receipt.</summary>
internal static class Reporting
{
    /// <summary>Chooses somebody of the roster, as a teacher does.</summary>
    public static async Task AddFromRosterAsync(Visitor visitor, string name, string part)
    {
        await visitor.WriteAsync("Find a pupil or an adult of this school", name);
        await visitor.PressAsync("Find");
        await visitor.Page.Locator("#found input[type=radio][name=Person]").First.CheckAsync();
        await visitor.Page.Locator("#found").GetByLabel(part, new() { Exact = true }).CheckAsync();
        await visitor.PressAsync("Add this person");
    }

    /// <summary>From "what happened" to the receipt.</summary>
    public static async Task TellAsync(Visitor visitor, string story, string childsWords, string? pictures = null)
    {
        async Task LookAsync(string page)
        {
            if (pictures is not null) await visitor.LookAsync($"{pictures}-{page}");
        }

        await visitor.Page.WaitForURLAsync("**/what");
        await visitor.Page.Locator("textarea[name=Story]").FillAsync(story);
        await visitor.Page.Locator("input[name=Imagery][value=no]").CheckAsync();
        await LookAsync("what");
        await visitor.PressAsync("Continue");
        await visitor.Page.Locator("textarea[name=Words]").FillAsync(childsWords);
        await LookAsync("words");
        await visitor.PressAsync("Continue");
        await visitor.Page.Locator("textarea[name=Place]").FillAsync("In a group chat, yesterday evening");
        await visitor.Page.Locator("input[name=Address]").FillAsync("chat.example.org/rooms/8b");
        await LookAsync("where");
        await visitor.PressAsync("Continue");
        await visitor.Page.Locator("textarea[name=DoneAlready]").FillAsync("I have told nobody else.");
        await visitor.PressAsync("Continue");
        if (visitor.Path.EndsWith("/you", StringComparison.Ordinal)) await visitor.PressAsync("Continue");
        await visitor.Page.WaitForURLAsync("**/check");
        await LookAsync("check");
        await visitor.PressAsync("Send");
        await visitor.Page.WaitForURLAsync("**/receipts/*");
        await LookAsync("receipt");
    }
}
