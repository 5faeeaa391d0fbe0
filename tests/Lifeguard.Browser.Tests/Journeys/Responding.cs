using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>Guided questions as a safeguarding lead answers them, and the plan as they work through it.</summary>
internal static class Responding
{
    /// <summary>One answer after the other, with whom to ring on top of each page.</summary>
    public static async Task AnswerAsync(Visitor lead, params string[] answers)
    {
        foreach (var answer in answers)
        {
            await RingsAsync(lead);
            await lead.Page.Locator($"input[name=Said][value='{answer}']").CheckAsync();
            await lead.PressAsync("Go on");
        }

        await RingsAsync(lead);
    }

    /// <summary>Answers a question again, found by words of it.</summary>
    public static async Task AnswerAgainAsync(Visitor lead, string asks, string answer)
    {
        await lead.Page.Locator(".lg-respond__said .govuk-summary-list__row").Filter(new() { HasText = asks }).GetByRole(AriaRole.Link).ClickAsync();
        await lead.Page.Locator($"input[name=Said][value='{answer}']").CheckAsync();
        await lead.PressAsync("Go on");
        await RingsAsync(lead);
    }

    /// <summary>Opens something that the plan asks for.</summary>
    public static Task OpenAsync(Visitor lead, string item) => lead.Page.Locator(".lg-plan a.govuk-link").Filter(new() { HasText = item }).First.ClickAsync();

    /// <summary>Says of something that the plan asks for that it is done.</summary>
    public static async Task DoneAsync(Visitor lead, string item, string? cameOfIt = null)
    {
        await OpenAsync(lead, item);
        await RingsAsync(lead);
        await lead.ChooseAsync("It is done");
        if (cameOfIt is not null) await lead.Page.Locator("textarea[name=CameOfIt]").FillAsync(cameOfIt);
        await lead.PressAsync("Save");
    }

    /// <summary>The first of what the plan still asks for; null when all of it is settled.</summary>
    public static async Task<string?> NextAsync(Visitor lead)
    {
        const string Settle = "Done, given or left out";
        var open = lead.Page.Locator(".lg-plan a[href*='/items/']").Filter(new() { HasText = Settle });
        return await open.CountAsync() == 0 ? null : (await open.First.TextContentAsync())![(Settle.Length + 2)..].Trim();
    }

    /// <summary>A referral, from the page of a new one to the plan again.</summary>
    public static async Task ReferAsync(Visitor lead, string spokenTo, string reference, string advice)
    {
        await RingsAsync(lead);
        await lead.WriteAsync("Who was spoken to", spokenTo);
        await lead.WriteAsync("Their reference", reference);
        await lead.WriteAsync("The advice that was given", advice);
        await lead.Page.Locator("input[name=HeadConsulted][value=true]").CheckAsync();
        await lead.PressAsync("Record the decision");
        await lead.ArriveAsync("**/respond/*");
    }

    /// <summary>Whom to ring stands on the page.</summary>
    public static async Task RingsAsync(Visitor lead) => (await lead.Page.Locator(".lg-ring-line").InnerTextAsync()).ShouldContain("999", customMessage: lead.Path);
}
