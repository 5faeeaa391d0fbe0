using Lifeguard.Kernel;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

/// <summary>Whoever chose a file and went on working finds on their home page that it waits, or is at work.</summary>
internal sealed class ImportPanel(Store store) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(OrganisationPermissions.People)) return [];

        var open = await store.ImportsFor(viewer).AsNoTracking()
            .Where(one => one.ByIdentity == viewer.IdentityId && (one.State == ImportState.Waiting || one.State == ImportState.Previewed || one.State == ImportState.Confirmed))
            .OrderBy(one => one.ChosenAt).Select(one => new { one.Reference, one.State }).ToListAsync(stop);
        return [.. open.Select(one => new Waiting(one.State is ImportState.Previewed ? "Look at what an import would change" : "An import is at work",
            Links.Import(one.Reference), one.State is ImportState.Previewed ? WaitingUrgency.Today : WaitingUrgency.Open))];
    }
}
