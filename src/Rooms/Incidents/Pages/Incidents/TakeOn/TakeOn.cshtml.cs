using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.TakeOn;

[Needs(IncidentPermissions.Work)]
internal sealed class TakeOnModel(TakeOnConcern takeOn, IncidentPages pages) : RecordPage(pages)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        Answer(await takeOn.RunAsync(Viewer, Reference, stop), () => RedirectWithBanner(Back, "The concern is an incident now, and yours"));
}
