using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Confiscations;
using Lifeguard.Custody.Pages.Custody.Items;
using Lifeguard.Custody.Pages.Custody.Orders;
using Lifeguard.Custody.Pages.Custody.Searchers;
using Lifeguard.Custody.Pages.Custody.Searches;
using Lifeguard.Custody.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Custody.Commands;

/// <summary>
/// Gives the demonstration something that is held: a laptop with its chain, a phone due back today, a search that two have decided and whose
/// phone waits for the police, and logs to keep. Done through the acts behind the pages, each by its person.
/// </summary>
public static class DemonstrateCustody
{
    /// <param name="asAsync">Does a piece of work as the person of this key: head, dsl, teacher, technician.</param>
    /// <param name="pupil">Name of a pupil of their school.</param>
    /// <exception cref="InvalidOperationException">An act was refused.</exception>
    public static async Task RunAsync(Func<string, Func<IServiceProvider, Viewer, Task>, Task> asAsync, string pupil, CancellationToken stop)
    {
        var teacher = "";
        await asAsync("teacher", (_, viewer) =>
        {
            teacher = viewer.Name;
            return Task.CompletedTask;
        });
        await asAsync("head", async (inside, viewer) =>
        {
            var act = inside.GetRequiredService<NameSearcher>();
            var named = (await act.FindAsync(viewer.Home, teacher, stop)).Single(one => one.Name == teacher);
            Demand(await act.RunAsync(viewer, viewer.Home, Key(inside), named, Today(inside).AddDays(-70), null, "Search and confiscation, inset day in September", stop));
        });
        await asAsync("technician", (inside, viewer) => KeepLaptopAsync(inside, viewer, stop));
        await asAsync("dsl", (inside, viewer) => AskForLogsAsync(inside, viewer, stop));
        RandomReference search = default;
        await asAsync("teacher", async (inside, viewer) => search = await TakeAndSearchAsync(inside, viewer, pupil, stop));
        await asAsync("dsl", async (inside, viewer) => Demand(await inside.GetRequiredService<DecideSearch>().ConfirmAsync(viewer, search, true, false, "I agree. The police were rung at once; they collect the phone.", stop)));
    }

    private static async Task KeepLaptopAsync(IServiceProvider inside, Viewer viewer, CancellationToken stop)
    {
        var at = Now(inside).AddDays(-3);
        var key = Key(inside);
        Demand(await inside.GetRequiredService<TakeIn>().RunAsync(viewer, viewer.Home, new ItemAnswers(key, "Library laptop 9", "TBR-0219", Belonging.School, null, "Library, by the caretaker", at, viewer.Name, "Evidence bag 0031, signed over the seal", "Server room cupboard, two keys", null), null, stop));
        var item = await (await inside.GetRequiredService<CustodyReach>().ItemsAsync(viewer, stop)).Where(one => one.Id == key).Select(one => one.Reference).SingleAsync(stop);
        Demand(await inside.GetRequiredService<IsolateDevice>().RunAsync(viewer, item, new SafetyAnswers(YesNoUnsure.Yes, YesNoUnsure.No, "The safeguarding lead, by telephone", at), new Isolation(viewer.Name, at.AddMinutes(20), "Taken off the network, left switched off"), stop));
        Demand(await inside.GetRequiredService<NoteAccess>().RunAsync(viewer, item, new AccessAnswers(Key(inside), "Everybody with a library log-in", "Pupils and staff", "library", "Shared account", "Since September"), stop));
        Demand(await inside.GetRequiredService<HandOver>().RunAsync(viewer, item, new HandoverAnswers(Key(inside), "Office safe, signed for by the office manager", at.AddHours(5), "Locked away over the weekend", null, "Office safe"), stop));
    }

    private static async Task AskForLogsAsync(IServiceProvider inside, Viewer viewer, CancellationToken stop)
    {
        var place = inside.GetRequiredService<PlaceOrder>();
        Demand(await place.RunAsync(viewer, new TechnicianOrder
        {
            Id = Key(inside),
            Org = viewer.Home,
            Reference = RandomReference.New(),
            What = OrderKind.KeepLogs,
            Subject = "Proxy log of the library computers",
            Period = "The last two weeks",
            AskedBy = viewer.Name,
            AskedAt = Now(inside),
            DueAt = await place.DueAsync(viewer.Home, false, stop),
            Urgent = false,
            EnteredBy = viewer.IdentityId,
        }, needsTechnician: true, stop));
    }

    private static async Task<RandomReference> TakeAndSearchAsync(IServiceProvider inside, Viewer viewer, string pupil, CancellationToken stop)
    {
        var due = (await inside.GetRequiredService<IWorkingTime>().ForAsync(viewer.Home, stop)).SameDay(Now(inside));
        var take = inside.GetRequiredService<TakeThing>();
        Demand(await take.RunAsync(viewer, viewer.Home, new ThingAnswers(Key(inside), "Earbuds, white", pupil, "against-the-rules", null, "My desk, room 12", false, due, null), stop));
        var key = Key(inside);
        Demand(await take.RunAsync(viewer, viewer.Home, new ThingAnswers(key, "Phone, green case", pupil, "bullying", null, "Office safe", true, due, null), stop));
        var reach = inside.GetRequiredService<CustodyReach>();
        var phone = await reach.Confiscations(viewer).Where(one => one.Id == key).Select(one => one.Reference).SingleAsync(stop);
        var searchKey = Key(inside);
        Demand(await inside.GetRequiredService<RecordSearch>().RunAsync(viewer, viewer.Home, new SearchAnswers
        {
            Id = searchKey,
            Device = "Phone, green case",
            PupilName = pupil,
            Grounds = ["cause-harm"],
            Because = "Two pupils brought printed messages that came from it this morning.",
            Present = "The head of year, and the pupil",
            SearchedAt = Now(inside),
            Examined = "The messages of this morning in one group.",
            Found = "Threats to a pupil outside school, typed. No pictures were opened.",
            PossibleOffence = YesNoUnsure.Unsure,
        }, phone, stop));
        var search = await (await reach.SearchesAsync(viewer, stop)).Where(one => one.Id == searchKey).Select(one => one.Reference).SingleAsync(stop);
        Demand(await inside.GetRequiredService<DecideSearch>().DecideAsync(viewer, search, false, false, true, true, "Decided with the safeguarding lead by telephone.", stop));
        return search;
    }

    private static DateTimeOffset Now(IServiceProvider inside) => inside.GetRequiredService<TimeProvider>().GetUtcNow();

    private static DateOnly Today(IServiceProvider inside) => UkTime.DateOf(Now(inside));

    private static Guid Key(IServiceProvider inside) => Guid.CreateVersion7(Now(inside));

    private static void Demand(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"The demonstration of custody was refused: {outcome.Refusals[0].Code}.");
    }
}
