using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Copied;

[Needs(IncidentPermissions.Work)]
internal sealed class CopiedModel(RecordCopy recordCopy, Store store, Meanwhile meanwhile, IncidentPages pages) : RecordPage(pages)
{
    public const string Copy = "copy";
    public const string Alone = "alone";

    [BindProperty] public Seen Seen { get; set; }
    [BindProperty] public string? Where { get; set; }
    [BindProperty] public string? TheirReference { get; set; }

    public Merge? Merge { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Seen = meanwhile.SeenOf(Heading!);
        var stored = await store.Set<Incident>().AsNoTracking().Where(one => one.Id == Heading!.Id).Select(one => new { one.CopiedTo, one.StandsAlone }).SingleAsync(stop);
        (Where, TheirReference) = (stored.CopiedTo is not null ? Copy : stored.StandsAlone ? Alone : null, stored.CopiedTo);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RequireThat(Where is Copy or Alone, nameof(Where), "Select where the school keeps this matter");
        var theirs = Where == Copy ? WordsNeeded(TheirReference, nameof(TheirReference), OneLine, "Its number", "Enter its number in the other record") : null;
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => recordCopy.RunAsync(Viewer, Reference, Seen, theirs, stop), stop);
        if (await meanwhile.AfterAsync(Viewer, outcome, Heading!, Seen, stop) is { } merge) (Merge, Seen) = (merge, merge.Seen);
        return Answer(outcome, () => RedirectWithBanner(Back, "Where the copy stands is recorded"));
    }
}
