using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

[Needs(IncidentPermissions.Work)]
internal sealed class ConflictModel(DeclareConflict declareConflict, IncidentPages pages) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.HeadingAsync(Viewer, Reference, stop) is not { } heading) return false;

        Heading = heading;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        Answer(await OnceAsync(() => declareConflict.RunAsync(Viewer, Reference, stop), stop), () => Redirect(NoLongerWithYouModel.Address));
}
