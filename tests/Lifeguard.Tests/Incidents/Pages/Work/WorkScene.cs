using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Work;

/// <summary>A record that the safeguarding lead works on, in a browser without scripts.</summary>
internal sealed class WorkScene(World world, DeskScene desk, Incident record, Browser browser)
{
    public DeskScene Desk => desk;

    public Incident Record => record;

    public Browser Browser => browser;

    public static async Task<WorkScene> SetAsync(World world, bool takenOn = true, bool urgent = false, string as_ = "dsl", params Named[] people)
    {
        var desk = await DeskScene.SetAsync(world);
        return await OnAsync(world, desk, takenOn, urgent, as_, people.Length == 0 ? [desk.Pupil(), desk.Pupil("pupil", Part.SaidToHaveDoneIt)] : people);
    }

    public static async Task<WorkScene> OnAsync(World world, DeskScene desk, bool takenOn, bool urgent, string as_, params Named[] people)
    {
        var record = await desk.RaiseAsync("A message went round", urgent, people);
        if (takenOn) await desk.TakeOnAsync(record, as_);
        return new WorkScene(world, desk, record, await desk.AsAsync(as_));
    }

    public Task<PageSeen> OpenAsync(string page) => browser.GetAsync($"/incidents/{record.Reference}/{page}");

    public Task<PageSeen> ShowAsync() => browser.GetAsync($"/incidents/{record.Reference}");

    public Task<Incident> AgainAsync() => desk.AgainAsync(record);

    public Task<List<T>> RowsAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which) where T : class =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<T>().AsNoTracking().Where(which).ToListAsync());

    public async Task<JournalRow> LastAsync(string act) =>
        (await RowsAsync<JournalRow>(row => row.RecordId == record.Id && row.Act == act)).OrderBy(row => row.At).ThenBy(row => row.Id).Last();

    public Task<List<OutboxLetter>> LettersToAsync(string part)
    {
        var to = desk.Cast[part].IdentityId;
        return RowsAsync<OutboxLetter>(letter => letter.ToIdentity == to);
    }

    public async Task<Guid> InvolvementAsync(string part)
    {
        var person = desk.Cast[part].PersonId;
        return (await RowsAsync<Involvement>(one => one.IncidentId == record.Id && one.PersonId == person)).Single().Id;
    }

    public Task CloseDirectlyAsync() => desk.ChangeAsync(record, (store, incident) => store.Entry(incident).Reference(one => one.Closure).CurrentValue =
        new Closure("support-in-place", "Done", "None", desk.Cast["dsl"].IdentityId, "Dalia Sandford", world.Clock.GetUtcNow()));
}
