using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>What is due back today, what a technician is asked for, and which searches wait for the second of two. Names nobody and nothing of a case.</summary>
internal sealed class CustodyPanel(CustodyReach reach, TimeProvider clock) : IHomePanel
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        List<Waiting> waiting = [];
        if (viewer.May(CustodyPermissions.Confiscate)) waiting.AddRange(await DueBackAsync(viewer, stop));
        if (viewer.May(CustodyPermissions.Keep)) waiting.AddRange(await OrdersAsync(viewer, stop));
        if (viewer.May(CustodyPermissions.Confiscate)) waiting.AddRange(await SearchesAsync(viewer, stop));
        return waiting;
    }

    private async Task<IEnumerable<Waiting>> DueBackAsync(Viewer viewer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var tomorrow = UkTime.Midnight(UkTime.DateOf(now).AddDays(1));
        var due = await reach.ToGiveBack(viewer).AsNoTracking().Where(one => one.GivenBack == null && one.ItemId == null && one.DueAt < tomorrow)
            .OrderBy(one => one.DueAt).ThenBy(one => one.Id).Select(one => new { one.Reference, one.DueAt }).ToListAsync(stop);
        List<Waiting> waiting = [.. due.Take(Most).Select(one => one.DueAt < now
            ? new Waiting($"A confiscated thing was due back {UkTime.Lately(one.DueAt, now)}", Links.Confiscation(one.Reference), WaitingUrgency.Overdue, one.DueAt)
            : new Waiting($"A confiscated thing is due back at {UkTime.TimeOfDay(one.DueAt)}", Links.Confiscation(one.Reference), WaitingUrgency.Today, one.DueAt))];
        if (due.Count > Most) waiting.Add(new Waiting($"{due.Count - Most} more confiscated things are due back", Links.Confiscations, due[Most].DueAt < now ? WaitingUrgency.Overdue : WaitingUrgency.Today));
        return waiting;
    }

    private async Task<IEnumerable<Waiting>> OrdersAsync(Viewer viewer, CancellationToken stop)
    {
        if (viewer.Seats.All(seat => seat.Role != nameof(Lifeguard.Organisation.Contracts.Role.Technician))) return [];
        var now = clock.GetUtcNow();
        var open = await (await reach.OrdersAsync(viewer, stop)).AsNoTracking().Where(one => one.Done == null).OrderByDescending(one => one.Urgent).ThenBy(one => one.DueAt).ThenBy(one => one.Id)
            .Select(one => new { one.Reference, one.DueAt, one.Urgent }).Take(Most).ToListAsync(stop);
        return open.Select(one => new Waiting("Something is to be kept, isolated or blocked", Links.Order(one.Reference),
            one.DueAt < now ? WaitingUrgency.Overdue : one.Urgent ? WaitingUrgency.Urgent : UkTime.DateOf(one.DueAt) == UkTime.DateOf(now) ? WaitingUrgency.Today : WaitingUrgency.Open, one.DueAt));
    }

    private async Task<IEnumerable<Waiting>> SearchesAsync(Viewer viewer, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var mayConfirm = viewer.May(CustodyPermissions.Register);
        var open = await (await reach.SearchesAsync(viewer, stop)).AsNoTracking()
            .Where(one => (one.SearchedBy == me && (one.Decision == null || (one.Second != null && !one.Second.Agrees))) || (mayConfirm && one.SearchedBy != me && one.Decision != null && one.Second == null))
            .OrderBy(one => one.SearchedAt).ThenBy(one => one.Id).Select(one => new { one.Reference, Mine = one.SearchedBy == me }).Take(Most).ToListAsync(stop);
        return open.Select(one => one.Mine
            ? new Waiting("Decide what becomes of what a search found", Links.Search(one.Reference, "decide"), WaitingUrgency.Today)
            : new Waiting("The decision about a search waits for you as the second person", Links.Search(one.Reference, "confirm"), WaitingUrgency.Today));
    }
}
