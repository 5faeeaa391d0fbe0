using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

[Needs(IncidentPermissions.Work)]
internal sealed class FinishModel(FinishAction finish, Store store, IncidentPages pages) : RecordPage(pages)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public string? Result { get; set; }

    public ActionItem? Action { get; private set; }

    /// <summary>Whoever it was given to does it.</summary>
    protected override bool AlsoForReaders => true;

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Action = await store.Set<ActionItem>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id && one.IncidentId == heading.Id, stop);
        return Action is not null && (heading.WorksOn || Action.Owner == Viewer.IdentityId);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = WordsNeeded(Result, nameof(Result), FewSentences, "What came of it", "Say what came of it");
        if (!ModelState.IsValid) return Page();

        return Answer(await OnceAsync(() => finish.RunAsync(Viewer, Reference, Id, result!, stop), stop), () => RedirectWithBanner(Back, "The action is done"));
    }
}
