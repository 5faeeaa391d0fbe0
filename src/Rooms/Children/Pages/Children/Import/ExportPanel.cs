using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Import;

/// <summary>Whoever chose an export and went on working finds it on their home page.</summary>
internal sealed class ExportPanel(Store store) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(ChildrenPermissions.Files)) return [];

        var open = await store.ChronologyImportsFor(viewer).AsNoTracking()
            .Where(one => one.State == ChronologyState.Waiting || one.State == ChronologyState.Previewed || one.State == ChronologyState.Confirmed)
            .OrderBy(one => one.ChosenAt).Select(one => new { one.Reference, one.State }).ToListAsync(stop);
        return [.. open.Select(one => new Waiting(one.State is ChronologyState.Previewed ? "Look at what another system's export would bring" : "Another system's export is at work",
            Links.Import(one.Reference), one.State is ChronologyState.Previewed ? WaitingUrgency.Today : WaitingUrgency.Open))];
    }
}
