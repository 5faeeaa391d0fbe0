using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>Requests that are to be answered, and what one's desk is asked to look through for them.</summary>
internal sealed class RequestsPanel(Store store, IDuties duties, FindLookThrough find, Lifeguard.Organisation.Contracts.IPlaces places, TimeProvider clock) : IHomePanel
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        List<Waiting> waiting = [];
        if (viewer.May(DataProtectionPermissions.Requests)) waiting.AddRange(await DueAsync(viewer, stop));
        if (viewer.May(DataProtectionPermissions.LookThrough) && (await find.OfAsync(viewer, stop)).FirstOrDefault(row => !row.IsFinished) is { } row)
            waiting.Add(new Waiting("Somebody asked for what is kept about them: look through what your desk holds, also if it is nothing", Links.LookThrough, WaitingUrgency.Open, UkTime.Midnight(row.Request.DueOn.AddDays(1)).AddMinutes(-1)));
        return waiting;
    }

    private async Task<IEnumerable<Waiting>> DueAsync(Viewer viewer, CancellationToken stop)
    {
        var cards = (await duties.DueForAsync(viewer, stop)).Where(card => card.Record.Kind == PersonRequest.RecordKind).Take(Most).ToList();
        // The head is there for the days without a lead, and for what a lead leaves too long.
        if (!viewer.May(DataProtectionPermissions.Watch)) cards = [.. cards.Where(card => card.IsOverdue)];
        if (cards.Count == 0) return [];

        var ids = cards.Select(card => card.Record.Id).ToList();
        var references = await store.RequestsFor(viewer, await places.OpenAsync(viewer, DataProtectionPermissions.Requests, stop)).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Reference, stop);
        var today = UkTime.DateOf(clock.GetUtcNow());
        return cards.Where(card => references.ContainsKey(card.Record.Id)).Select(card => new Waiting(
            card.Asks, Links.Request(references[card.Record.Id]), card.IsOverdue ? WaitingUrgency.Overdue : UkTime.DateOf(card.DueAt) == today ? WaitingUrgency.Today : WaitingUrgency.Open, card.DueAt));
    }
}
