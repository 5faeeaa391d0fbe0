using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Notes;

[Needs(IncidentPermissions.Work)]
internal sealed class NewNoteModel(AddNote addNote, IncidentPages pages, TimeProvider clock) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public DateParts HappenedOn { get; set; }

    [BindProperty] public string? HappenedTime { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.HeadingAsync(Viewer, Reference, stop) is not { } heading) return false;

        Heading = heading;
        if (HttpMethods.IsPost(Request.Method)) return true;

        var now = clock.GetUtcNow();
        HappenedOn = DateParts.From(UkTime.DateOf(now));
        HappenedTime = UkTime.ForBox(now);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        Require(Text, nameof(Text), "Write the note");
        RequireWithin(Text, IncidentTables.LongestText, nameof(Text), "The note");
        var happenedAt = WhenTyped.Read(HappenedOn, HappenedTime, "The date it happened",
            fault => ModelState.AddModelError(nameof(HappenedOn), fault), fault => ModelState.AddModelError(nameof(HappenedTime), fault));
        RequireThat(happenedAt is null || happenedAt <= now.AddMinutes(1), nameof(HappenedOn), "The date and time it happened must be in the past");
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => addNote.RunAsync(Viewer, Reference, Text!, happenedAt!.Value, stop), stop);
        return Answer(outcome, () => RedirectWithBanner(Links.Incident(Reference), "The note was saved."));
    }
}
