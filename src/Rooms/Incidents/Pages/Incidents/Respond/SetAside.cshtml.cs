using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

[Needs(IncidentPermissions.Work)]
internal sealed class SetAsideModel(SetRunAside setRunAside, Store store, IncidentPages pages, TimeProvider clock) : RunPage(pages, clock)
{
    [FromRoute] public Guid RunId { get; set; }

    [BindProperty] public string? Because { get; set; }

    public Run Run { get; private set; } = null!;

    protected override async Task<bool> LoadRunAsync(IncidentHeading heading, CancellationToken stop)
    {
        if (await store.Set<Run>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == RunId && one.IncidentId == heading.Id, stop) is not { } run) return false;

        Run = run;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var because = WordsNeeded(Because, nameof(Because), FewSentences, "The reason", "Say why these are the wrong questions");
        if (!ModelState.IsValid) return Page();

        return Answer(
            await OnceAsync(() => setRunAside.RunAsync(Viewer, Reference, RunId, because!, stop), stop),
            () => RedirectWithBanner(Links.Incident(Reference, "respond"), "The questions are set aside"));
    }
}
