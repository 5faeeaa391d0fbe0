using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Reactions;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Panels;

/// <summary>What is to be looked at again today, and others' actions that were passed on to me because their day is over.</summary>
internal sealed class DatesPanel(Store store, IDuties duties, DeskHolders holders) : IHomePanel
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(IncidentPermissions.Work)) return [];

        var today = holders.Today;
        var cards = (await duties.DueForAsync(viewer, stop)).Where(card => card.Record.Kind == Incident.Kind
            && (WorkDuties.IsReview(card.Key) || WorkDuties.IsPlan(card.Key) || WorkDuties.IsReferral(card.Key) ? UkTime.DateOf(card.DueAt) <= today : WorkDuties.IsAction(card.Key) && card.IsOverdue)).ToList();
        if (cards.Count == 0) return [];

        var ids = cards.Select(card => card.Record.Id).Distinct().ToList();
        var references = await store.IncidentsFor(viewer).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Reference, stop);
        // My own overdue actions stand on the home page already.
        var mine = (await store.ActionsFor(viewer).Where(action => action.DoneAt == null).Select(action => action.Id).ToListAsync(stop)).Select(WorkDuties.OfAction).ToHashSet();
        var shown = cards.Where(card => !mine.Contains(card.Key) && references.ContainsKey(card.Record.Id)).ToList();
        List<Waiting> waiting = [.. shown.Take(Most).Select(card => new Waiting(Words(card), Links.Incident(references[card.Record.Id]), card.IsOverdue ? WaitingUrgency.Overdue : WaitingUrgency.Today, card.DueAt))];
        if (shown.Count > Most) waiting.Add(new Waiting($"{shown.Count - Most} more that are due", $"/desk?group={DeskGroup.Overdue.Key()}", shown[Most].IsOverdue ? WaitingUrgency.Overdue : WaitingUrgency.Today));
        return waiting;
    }

    private static string Words(DutyCard card)
    {
        if (WorkDuties.IsAction(card.Key)) return $"An action that somebody else has not finished was due on {UkTime.InWords(UkTime.DateOf(card.DueAt))}";
        if (WorkDuties.IsPlan(card.Key)) return card.IsOverdue ? "Something in the plan for a record is overdue" : "Something in the plan for a record is due today";
        if (WorkDuties.IsReferral(card.Key)) return card.IsOverdue ? $"An agency that has not answered was to be asked again on {UkTime.InWords(UkTime.DateOf(card.DueAt))}" : "An agency has not answered: ask again today";
        return card.IsOverdue ? $"Something was to be looked at again on {UkTime.InWords(UkTime.DateOf(card.DueAt))}" : "Something is to be looked at again today";
    }
}
