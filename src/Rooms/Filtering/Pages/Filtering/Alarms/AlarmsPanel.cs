using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Filtering.Pages.Filtering.Alarms;

/// <summary>What is wrong with the web filter now, on the home of whoever keeps it; what touches every pupil also on that of whoever answers for them.</summary>
internal sealed class AlarmsPanel(FindAlarms find) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(FilteringPermissions.Alarms)) return [];

        var keeps = viewer.May(FilteringPermissions.Keep);
        return [.. (await find.OpenAsync(viewer, stop)).Select(one => one.Kind).Distinct().Where(kind => keeps || kind.IsGrave())
            .Select(kind => new Waiting(AlarmWords.Of(kind).Title, Links.Alarms, kind.IsGrave() ? WaitingUrgency.Urgent : WaitingUrgency.Today))];
    }
}
