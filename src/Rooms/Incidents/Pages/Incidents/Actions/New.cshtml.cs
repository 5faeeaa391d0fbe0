using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

[Needs(IncidentPermissions.Work)]
internal sealed class NewModel(SetAction setAction, FindReaders readers, IWorkingTime workingTime, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    private const int UsualWorkingDays = 5;

    [BindProperty] public string? What { get; set; }
    [BindProperty] public Guid? Owner { get; set; }
    [BindProperty] public DateParts DueOn { get; set; }

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Owners = [.. (await readers.OfAsync(heading.Id, heading.Org, stop))
            .OrderByDescending(reader => reader.Identity == Viewer.IdentityId)
            .Select(reader => new SelectListItem(reader.Identity == Viewer.IdentityId ? $"{reader.Name} (you)" : reader.InWords, reader.Identity.ToString()))];
        return true;
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var usual = Heading!.Urgent ? now : (await workingTime.ForAsync(Heading.Org, stop)).AfterWorkingDays(now, UsualWorkingDays);
        DueOn = DateParts.From(UkTime.DateOf(usual));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var what = WordsNeeded(What, nameof(What), Typed.Long, "Say what has to be done");
        Require(Owner, nameof(Owner), "Select who does it");
        var due = ComingDay(DueOn, nameof(DueOn), "The day it is due", UkTime.DateOf(clock.GetUtcNow()));
        if (!ModelState.IsValid) return Page();

        var outcome = await setAction.RunAsync(Viewer, Reference, what!, Owner!.Value, due!.Value, stop);
        return Answer(outcome, () => RedirectWithBanner(Back, "The action is set"));
    }
}
