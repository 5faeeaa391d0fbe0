using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Reopen;

[Needs(IncidentPermissions.Work)]
internal sealed class ReopenModel(ReopenIncident reopen, IncidentPages pages) : RecordPage(pages)
{
    [BindProperty] public string? Why { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var why = WordsNeeded(Why, nameof(Why), FewSentences, "The reason", "Say why the record is opened again");
        if (!ModelState.IsValid) return Page();

        return Answer(await OnceAsync(() => reopen.RunAsync(Viewer, Reference, why!, stop), stop), () => RedirectWithBanner(Back, "The record is open again"));
    }
}
