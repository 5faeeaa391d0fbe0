using Lifeguard.Incidents.Model;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Raise;

/// <summary>The steps of a report as a person takes them, through the forms that are really there.</summary>
internal static class ReportSteps
{
    public static async Task<PageSeen> StartAsync(this Browser browser, string danger = "No", string address = "/report") =>
        await (await browser.GetAsync(address)).SubmitAsync(form => form.Set("Danger", danger));

    public static async Task<PageSeen> AddFromListAsync(this PageSeen who, string name, Part part)
    {
        var found = await who.SubmitAsync(form => form.Set("Name", name), "Find");
        return await found.SubmitAsync(form => form.Set("Part", part.ToString()), "Add this person");
    }

    public static async Task<PageSeen> AddWrittenAsync(this PageSeen who, string name, NamedAs namedAs, Part part)
    {
        var page = await who.FollowAsync("Add somebody");
        return await page.SubmitAsync(form => form.Set("Name", name).Set("As", namedAs.ToString()).Set("Part", part.ToString()));
    }

    public static Task<PageSeen> ContinueAsync(this PageSeen page, Action<FormFilled>? fill = null) => page.SubmitAsync(fill, "Continue");

    /// <summary>From the page of readers to the check page, for somebody with an account.</summary>
    public static async Task<PageSeen> TellAsync(this PageSeen readers, string story = "She showed me a message.", string imagery = "no", string words = "He will not stop.")
    {
        var what = await readers.ContinueAsync();
        var said = await what.ContinueAsync(form => form.Set("Story", story).Set("Imagery", imagery));
        var where = await said.ContinueAsync(form => form.Set("Words", words));
        var done = await where.ContinueAsync();
        return await done.ContinueAsync();
    }

    public static Task<List<T>> AllAsync<T>(this World world, Guid school) where T : class =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<T>().AsNoTracking().Where(one => EF.Property<Guid>(one, "Org") == school).ToListAsync());

    public static async Task<School> StaffedSchoolAsync(this World world)
    {
        var school = await world.SchoolAsync();
        return new School(
            school,
            await world.PersonAsync(school, "Priya Nandakumar", PersonKind.Staff, Role.Teacher),
            await world.PersonAsync(school, "Ruth Okonjo", PersonKind.Staff, Role.DesignatedSafeguardingLead),
            await world.PersonAsync(school, "Gareth Penhallow", PersonKind.Staff, Role.Head),
            await world.PersonAsync(school, "Moira Tansley", PersonKind.Governor, Role.ChairOfGovernors),
            await world.PersonAsync(school, "Ella Winterbourne", PersonKind.Pupil),
            await world.PersonAsync(school, "Jonas Abara", PersonKind.Pupil));
    }

    public static Task<string> CodeAsync(this World world, Guid school) =>
        world.DoAsync(async services => (await services.GetRequiredService<IOrganisations>().GetAsync(school, CancellationToken.None))!.ReportCode);
}

internal sealed record School(Guid Id, Someone Teacher, Someone Lead, Someone Head, Someone Chair, Someone Pupil, Someone OtherPupil);
