using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>The work on a record beside its plan, as the lead does it.</summary>
internal static class Working
{
    /// <summary>The school's part of the form, as far as it must be filled in.</summary>
    public static async Task FormAsync(Visitor lead, string record, string intent, string? picture = null)
    {
        await lead.GoAsync(record + "/form");
        await lead.Page.Locator("input[name=AnybodyNeedsPolice][value=No]").CheckAsync();
        await lead.Page.Locator("input[name=Place]").First.CheckAsync();
        await lead.Page.Locator("input[name=Equipment]").First.CheckAsync();
        await lead.Page.Locator("input[name=HowFound]").First.CheckAsync();
        await lead.Page.Locator($"input[name=Intent][value={intent}]").CheckAsync();
        await lead.Page.Locator("textarea[name=HowFoundWords]").FillAsync("The form tutor was told.");
        await lead.Page.Locator("textarea[name=Address]").FillAsync("chat.example.org/rooms/8b");
        if (picture is not null) await lead.LookAsync(picture);
        await lead.PressAsync("Save the form");
    }

    public static async Task ClassifyAsync(Visitor lead, string record, string type, string cell, string? picture = null)
    {
        await lead.GoAsync(record + "/classify");
        await lead.Page.Locator($"input[name=Types][value={type}]").CheckAsync();
        await lead.Page.Locator($"input[name=RiskCells][value='{cell}']").CheckAsync();
        if (picture is not null) await lead.LookAsync(picture);
        await lead.PressAsync("Save");
    }

    /// <summary>Parents of one child were told.</summary>
    /// <param name="although">Why, although it was held.</param>
    public static async Task TellParentsAsync(Visitor lead, string record, int child, string? although = null)
    {
        await lead.GoAsync(record + "/parents");
        await lead.Page.Locator("input[name=Child]").Nth(child).CheckAsync();
        await lead.Page.Locator("input[name=Decision][value=told]").CheckAsync();
        await lead.Page.Locator("[name=WhoWasTold]").FillAsync("Mother");
        await lead.Page.Locator("[name=How]").FillAsync("By telephone");
        await lead.Page.Locator("[name=Said]").FillAsync("What was found and what happens next.");
        if (although is not null) await lead.Page.Locator("[name=Although]").FillAsync(although);
        await lead.PressAsync("Record the decision");
    }

    /// <summary>Support for one person, on the page that stands there.</summary>
    public static async Task SupportAsync(Visitor lead, int person, string state)
    {
        await lead.Page.Locator("input[name=Person]").Nth(person).CheckAsync();
        await lead.Page.Locator("select[name=Kind]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await lead.Page.Locator($"input[name=State][value={state}]").CheckAsync();
        await lead.Page.Locator("[name=By]").FillAsync("Form tutor");
        await lead.PressAsync("Record the support");
    }

    /// <summary>What every agency answered that has not yet.</summary>
    public static async Task HearAsync(Visitor lead, string record)
    {
        while (true)
        {
            await lead.GoAsync(record);
            var open = lead.Page.Locator("main a").Filter(new() { HasText = "Record the answer" });
            if (await open.CountAsync() == 0) return;
            await open.First.ClickAsync();
            await lead.Page.Locator("input[name=Result][value=accepted]").CheckAsync();
            await lead.Page.Locator("textarea[name=Said]").FillAsync("They have taken it on.");
            await lead.PressAsync("Save the answer");
        }
    }

    /// <summary>Lets the head read the record, so that they can decide.</summary>
    public static async Task LetReadAsync(Visitor lead, string record, string name)
    {
        await lead.GoAsync(record + "/readers");
        await lead.WriteAsync("Name of a member of staff or a governor", name);
        await lead.PressAsync("Search");
        await lead.Page.Locator("input[name=Person]").First.CheckAsync();
        await lead.PressAsync("Let them read it");
    }
}
