using System.Net;
using Lifeguard.Custody.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Custody;

/// <summary>A school, and what its people take and keep through its pages.</summary>
internal sealed class CustodyScene(World world, Cast cast)
{
    public World World => world;

    public Cast Cast => cast;

    public static async Task<CustodyScene> SetAsync(World world) => new(world, await Cast.GatherAsync(world));

    public Task<Browser> AsAsync(string part) => world.SignedInAsync(cast[part]);

    public async Task<PageSeen> OpenAsync(string part, string page) => await (await AsAsync(part)).GetAsync(page);

    /// <summary>Takes something into custody and returns the address of its page.</summary>
    public async Task<string> TakeInAsync(string part = "technician", string belongs = "School", string? owner = null, Action<FormFilled>? also = null)
    {
        var after = await (await OpenAsync(part, "/custody/items/new")).SubmitAsync(form =>
        {
            form.Set("What", "Laptop 14").Set("Serial", "TBR-0417").Set("Belongs", belongs).Set("FoundWhere", "Library, by the caretaker").Set("SealedHow", "Evidence bag 0417").Set("StoredWhere", "Safe in the office");
            if (owner is not null) form.Set("Owner", owner);
            also?.Invoke(form);
        }, "Take it into custody");
        after.Path.ShouldStartWith("/custody/items/", customMessage: $"{string.Join("; ", after.Errors)} {after.Text}");
        after.Path.ShouldNotBe("/custody/items/new", $"{string.Join("; ", after.Errors)} {after.Text}");
        return after.Path;
    }

    public async Task<PageSeen> SubmitAsync(string part, string page, string? button, Action<FormFilled> fill) => await (await OpenAsync(part, page)).SubmitAsync(fill, button);

    public Task<PageSeen> IsolateAsync(string part, string item, string safe = "Yes") => SubmitAsync(part, item + "/isolate", "It is isolated", form =>
        form.Set("SafeToStop", safe).Set("LeavesChildExposed", "No").Set("AnsweredBy", "Dalia Sandford").Set("HowDone", "Taken off the network and locked away"));

    public Task<PageSeen> AdviseAsync(string part, string item, bool release) => SubmitAsync(part, item + "/advice", "Record it", form =>
        form.Set("Officer", "Sergeant Alder").Set("PoliceReference", "BRK/1234/26").Set("MayBeReleased", release ? "true" : "false").Set("Says", "We have what we need, close the matter"));

    public Task<PageSeen> EndAsync(string part, string item, EndingKind kind, string? number = null) => SubmitAsync(part, item + "/end", "It has left our hands", form =>
    {
        form.Set("Ending", kind.ToString()).Set("To", "Morgan Ingram").Set("HowDone", "At reception");
        if (number is not null) form.Set("PoliceReference", number);
    });

    public Task<List<T>> RowsAsync<T>() where T : class => world.DoAsync(services => services.GetRequiredService<Store>().Set<T>().AsNoTracking().ToListAsync());

    public Task<List<JournalRow>> JournalAsync(string act) => world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().AsNoTracking()
        .Where(row => row.Org == cast.School && row.Act == act).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync());

    public static void ShouldNotBeThere(PageSeen page) => page.Status.ShouldBe(HttpStatusCode.NotFound);
}
