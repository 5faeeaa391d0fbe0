using Lifeguard.DataProtection.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.DataProtection;

/// <summary>A school with everybody in it and a data-protection lead, and a closed record whose period is over.</summary>
internal sealed class RetentionScene(World world, DeskScene desk, Someone lead)
{
    /// <summary>Stands in every record of this scene and nowhere else.</summary>
    public string Word { get; } = "zq" + System.Security.Cryptography.RandomNumberGenerator.GetString("bcdfghjkmn", 16);

    public World World => world;

    public DeskScene Desk => desk;

    public Someone Lead => lead;

    public static async Task<RetentionScene> SetAsync(World world)
    {
        var desk = await DeskScene.SetAsync(world);
        return new RetentionScene(world, desk, await world.PersonAsync(desk.Cast.School, "Lydia Prothero", PersonKind.Staff, Role.DataProtectionLead));
    }

    /// <summary>A record about two pupils, raised so many years ago, and closed unless it is to stay open.</summary>
    public async Task<Incident> RecordAsync(int yearsAgo = 30, bool closed = true, params Named[] people)
    {
        var record = await desk.RaiseAsync($"A message with {Word} went round", false, people.Length == 0 ? [desk.Pupil(), desk.Pupil("pupil", Part.SaidToHaveDoneIt)] : people);
        var at = world.Clock.GetUtcNow().AddYears(-yearsAgo);
        await desk.ChangeAsync(record, (store, incident) =>
        {
            typeof(Incident).GetProperty(nameof(Incident.RaisedAt))!.SetValue(incident, at);
            if (closed) store.Entry(incident).Reference(one => one.Closure).CurrentValue = new Closure("support-in-place", "Done", "None", desk.Cast["dsl"].IdentityId, "Dalia Sandford", at.AddDays(30));
        });
        return await desk.AgainAsync(record);
    }

    public Task BornOnAsync(string part, DateOnly day) => world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update person set born_on = {day} where id = {desk.Cast[part].PersonId}"));

    public Task<Browser> AsAsync(string part) => part == "lead" ? world.SignedInAsync(lead) : desk.AsAsync(part);

    public async Task<PageSeen> KeepingAsync(Incident record, string part) => await (await AsAsync(part)).GetAsync($"/incidents/{record.Reference}/keeping");

    public async Task<PageSeen> ReviewAsync(string part) => await (await AsAsync(part)).GetAsync("/retention/review");

    public async Task<PageSeen> ProposeAsync(Incident record, string part) =>
        await SureAsync(await (await AsAsync(part)).GetAsync($"/incidents/{record.Reference}/purge"), "Propose to erase it");

    public async Task<PageSeen> ConfirmAsync(Incident record, string part) =>
        await SureAsync(await (await AsAsync(part)).GetAsync($"/incidents/{record.Reference}/purge"), "Confirm: it may be erased");

    /// <summary>Ticks every line of which somebody must have made sure.</summary>
    public static Task<PageSeen> SureAsync(PageSeen page, string button)
    {
        var asked = page.Document.QuerySelectorAll("input[name=Sure]").Length;
        return page.SubmitAsync(form =>
        {
            for (var one = 0; one < asked; one++) form.Tick("Sure", $"{one}");
        }, button);
    }

    public Task<int> RunAsync() => world.DoAsync(services => services.GetRequiredService<IRetention>().RunDueAsync(TestContext.Current.CancellationToken));

    /// <summary>The clock goes on day by day, and the job looks each day.</summary>
    public async Task<int> LiveThroughAsync(int days)
    {
        var erased = 0;
        for (var day = 0; day < days; day++)
        {
            world.Clock.Pass(TimeSpan.FromDays(1));
            erased += await RunAsync();
            erased += await RunAsync();
        }

        return erased;
    }

    public Task<List<T>> RowsAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which) where T : class =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<T>().AsNoTracking().Where(which).ToListAsync());

    public Task<bool> IsThereAsync(Incident record) => world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().AnyAsync(one => one.Id == record.Id));

    public Task<List<JournalRow>> JournalAsync(Incident record) => RowsAsync<JournalRow>(row => row.RecordId == record.Id);
}
