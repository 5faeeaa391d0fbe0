using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages;

/// <summary>Adding somebody to a record, as the pages ask for it.</summary>
internal static class PeopleSteps
{
    public static async Task<PageSeen> AddWrittenAsync(Browser browser, RecordCase record, string name, string namedAs, string part)
    {
        var found = await SearchAsync(browser, record, name, part);
        return await found.SubmitAsync(form => form.Set("Choice", "written").Set("NamedAs", namedAs), "Continue");
    }

    public static async Task<PageSeen> AddFromRosterAsync(Browser browser, RecordCase record, Someone person, string part)
    {
        var found = await SearchAsync(browser, record, person.Name, part);
        return await found.SubmitAsync(form => form.Set("Choice", person.PersonId.ToString()), "Continue");
    }

    private static async Task<PageSeen> SearchAsync(Browser browser, RecordCase record, string name, string part) =>
        await (await browser.GetAsync($"{record.Page}/people/add")).SubmitAsync(form => form.Set("Name", name).Set("Part", part), "Continue");
}
