using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Access.Pages.Access.Rights;

/// <summary>Once a year whoever answers for an organisation looks through who holds which role there.</summary>
internal sealed class RightsPanel(FindRights find, TimeProvider clock) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(AccessPermissions.Rights)) return [];

        var now = clock.GetUtcNow();
        List<Waiting> waiting = [];
        foreach (var place in AccessPermissions.Places(viewer, AccessPermissions.Rights))
        {
            var last = await find.LastReviewAsync(place, stop);
            if (last is null) waiting.Add(new Waiting("Look through who holds which role and right: nobody has yet", $"{RightsModel.Address}?place={place}", WaitingUrgency.Open));
            else if (last.At.AddYears(1) <= now) waiting.Add(new Waiting("Look through who holds which role and right: a year has passed", $"{RightsModel.Address}?place={place}", WaitingUrgency.Today));
        }

        return waiting;
    }
}
