using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>Tells whoever publishes guidance what of it does not fit any more, and what is not published yet.</summary>
internal sealed class LocalPanel(FindLocal findLocal) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(ResponsePermissions.Local)) return [];

        List<Waiting> waiting = [];
        foreach (var place in await findLocal.PlacesAsync(viewer, stop))
        {
            foreach (var one in (await findLocal.ListAsync(place.Id, stop)).SelectMany(group => group.Flows))
            {
                if (one.Misfits.Count > 0) waiting.Add(new Waiting($"Your guidance for “{one.Flow.Title}” does not fit any more: look at it", Links.Local(one.Flow.Id, place.Id), WaitingUrgency.Today));
                else if (one.HasDraft) waiting.Add(new Waiting($"Guidance for “{one.Flow.Title}” is changed and not published", Links.LocalPreview(one.Flow.Id, place.Id), WaitingUrgency.Open));
            }
        }

        return waiting;
    }
}
