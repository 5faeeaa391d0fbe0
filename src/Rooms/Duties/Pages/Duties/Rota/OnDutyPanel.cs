using Lifeguard.Duties.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Duties.Pages.Duties.Rota;

/// <summary>Whoever is on duty sees on their home page until when.</summary>
internal sealed class OnDutyPanel(OnDuty onDuty, TimeProvider clock) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(DutyPermissions.SetRota)) return [];

        var now = clock.GetUtcNow();
        List<Waiting> waiting = [];
        foreach (var school in await onDuty.SchoolsOfAsync(viewer.IdentityId, now, stop))
        {
            if ((await onDuty.AtAsync(school, now, stop)).FirstOrDefault(one => one.IdentityId == viewer.IdentityId) is { } mine)
                waiting.Add(new Waiting($"You are on duty until {UkTime.InWords(mine.Until)}", $"/rota?school={school}", WaitingUrgency.Open));
        }

        return waiting;
    }
}
