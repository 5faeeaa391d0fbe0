using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Notes;

[Needs(IncidentPermissions.Work)]
internal sealed class CorrectModel(CorrectNote correctNote, OpenRecord open, Meanwhile meanwhile, TimeProvider clock) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [FromRoute(Name = "entry")] public Guid EntryId { get; set; }

    /// <summary>The entry whose words were shown.</summary>
    [BindProperty] public Guid Shown { get; set; }

    [BindProperty] public Seen Seen { get; set; }

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public DateParts HappenedOn { get; set; }

    [BindProperty] public string? HappenedTime { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public Entry Newest { get; private set; } = null!;

    public Merge? Merge { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened a note", stop) is not { } heading) return false;
        if (await correctNote.NewestAsync(heading.Id, EntryId, stop) is not { } newest) return false;
        if (newest.ByIdentity != Viewer.IdentityId && !heading.WorksOn) return false;

        (Heading, Newest) = (heading, newest);
        if (HttpMethods.IsPost(Request.Method)) return true;

        (Shown, Seen, Text) = (newest.Id, meanwhile.SeenOf(heading), newest.Text);
        HappenedOn = DateParts.From(UkTime.DateOf(newest.HappenedAt));
        HappenedTime = UkTime.ForBox(newest.HappenedAt);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Text, nameof(Text), "Write the note as it should read");
        RequireWithin(Text, IncidentTables.LongestText, nameof(Text), "The note");
        var happenedAt = WhenTyped.Read(HappenedOn, HappenedTime, "The date it happened",
            fault => ModelState.AddModelError(nameof(HappenedOn), fault), fault => ModelState.AddModelError(nameof(HappenedTime), fault));
        RequireThat(happenedAt is null || happenedAt <= clock.GetUtcNow().AddMinutes(1), nameof(HappenedOn), "The date and time it happened must be in the past");
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => correctNote.RunAsync(Viewer, Reference, Shown, Text!, happenedAt!.Value, stop), stop);
        if (await meanwhile.AfterAsync(Viewer, outcome, Heading, Seen, stop, new MergeAnswer("The note", Text, Newest.Text)) is { } merge)
            (Merge, Seen, Shown) = (merge, merge.Seen, Newest.Id);
        return Answer(outcome, () => RedirectWithBanner(Links.Incident(Reference), "The note was corrected. What stood there before is kept."));
    }
}
