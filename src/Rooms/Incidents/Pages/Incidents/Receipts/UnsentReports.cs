using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Incidents.Pages.Incidents.Receipts;

/// <summary>A report begun and not sent stands on its author's home page.</summary>
internal sealed class UnsentReports(Drafts drafts) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop) =>
        !viewer.May(IncidentPermissions.Raise)
            ? []
            : [.. (await drafts.OfAsync(viewer.IdentityId, stop)).Select(draft => new Waiting(
                $"Finish and send the report you began on {UkTime.WithWeekday(UkTime.DateOf(draft.StartedAt))}",
                Links.Draft(draft.Reference, RaiseJourney.FirstOpen(draft.Answers) ?? RaiseJourney.Check),
                draft.Answers.Danger is Danger.Yes or Danger.Unsure ? WaitingUrgency.Urgent : WaitingUrgency.Today,
                draft.KeptUntil))];
}
