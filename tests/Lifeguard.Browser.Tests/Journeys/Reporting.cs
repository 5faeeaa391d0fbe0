using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>The report as people make it, from the first question to the receipt.</summary>
internal static class Reporting
{
    /// <summary>A whole report about a pupil who was harmed, as far as the receipt.</summary>
    public static async Task AboutAPupilAsync(Visitor teacher, string story, string childsWords, string danger = "No", DateOnly? happened = null)
    {
        await BeginAsync(teacher, danger);
        await AddFromRosterAsync(teacher, "Ab", "Was harmed, or may be");
        await teacher.PressAsync("Continue");
        await teacher.PressAsync("Continue");
        await TellAsync(teacher, story, childsWords, happened: happened);
    }

    /// <summary>A whole report about two pupils, one harmed and one said to have done it, in which a sexual picture may have a part.</summary>
    public static async Task TwoPupilsAsync(Visitor teacher, string story, string childsWords, string? pictures = null)
    {
        await BeginAsync(teacher, "No");
        await AddFromRosterAsync(teacher, "Ab", "Was harmed, or may be");
        await AddFromRosterAsync(teacher, "Ol", "Is said to have done it");
        await teacher.PressAsync("Continue");
        await teacher.PressAsync("Continue");
        await TellAsync(teacher, story, childsWords, pictures, imagery: "yes");
    }

    /// <summary>The first question, answered: who it is about is asked next.</summary>
    private static async Task BeginAsync(Visitor visitor, string danger)
    {
        await visitor.GoAsync("/report");
        await visitor.Page.Locator($"input[name=Danger][value={danger}]").CheckAsync();
        await visitor.PressAsync("Continue");
        await visitor.ArriveAsync("**/{who,danger-now}");
        if (visitor.Path.EndsWith("/danger-now", StringComparison.Ordinal)) await visitor.Page.Locator("main form button, main a.govuk-button").First.ClickAsync();
    }

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
    public static async Task TellAsync(Visitor visitor, string story, string childsWords, string? pictures = null, DateOnly? happened = null, string imagery = "no")
    {
        async Task LookAsync(string page)
        {
            if (pictures is not null) await visitor.LookAsync($"{pictures}-{page}");
        }

        await visitor.ArriveAsync("**/what");
        await visitor.Page.Locator("textarea[name=Story]").FillAsync(story);
        await visitor.Page.Locator($"input[name=Imagery][value={imagery}]").CheckAsync();
        await LookAsync("what");
        await visitor.PressAsync("Continue");
        await visitor.Page.Locator("textarea[name=Words]").FillAsync(childsWords);
        await LookAsync("words");
        await visitor.PressAsync("Continue");
        await visitor.Page.Locator("textarea[name=Place]").FillAsync("In a group chat, yesterday evening");
        await visitor.Page.Locator("input[name=Address]").FillAsync("chat.example.org/rooms/8b");
        if (happened is { } day)
        {
            await FillDateAsync(visitor, "HappenedOn", day);
            await visitor.Page.GetByLabel("I wrote this on paper first").CheckAsync();
            await FillDateAsync(visitor, "WrittenOn", day);
        }

        await LookAsync("where");
        await visitor.PressAsync("Continue");
        await visitor.Page.Locator("textarea[name=DoneAlready]").FillAsync("I have told nobody else.");
        await visitor.PressAsync("Continue");
        if (visitor.Path.EndsWith("/you", StringComparison.Ordinal)) await visitor.PressAsync("Continue");
        await visitor.ArriveAsync("**/check");
        await LookAsync("check");
        await visitor.PressAsync("Send");
        await visitor.ArriveAsync("**/receipts/*");
        await LookAsync("receipt");
    }

    private static async Task FillDateAsync(Visitor visitor, string field, DateOnly day)
    {
        await visitor.Page.Locator($"input[name='{field}.Day']").FillAsync(day.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await visitor.Page.Locator($"input[name='{field}.Month']").FillAsync(day.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await visitor.Page.Locator($"input[name='{field}.Year']").FillAsync(day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
