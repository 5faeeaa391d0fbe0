using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

[Needs(IncidentPermissions.Work)]
internal sealed class NewModel(SetAction setAction, Store store, IWorkingTime workingTime, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    private const int UsualWorkingDays = 5;

    /// <summary>What a plan asks for, where it is given from there.</summary>
    [FromQuery] public Guid? Item { get; set; }

    [FromQuery] public Guid? Run { get; set; }

    [BindProperty] public string? What { get; set; }
    [BindProperty] public Guid? Owner { get; set; }
    [BindProperty] public DateParts DueOn { get; set; }

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop);
        Owners = [.. (await Pages.ReaderRowsAsync(incident, stop))
            .OrderByDescending(reader => reader.Identity == Viewer.IdentityId)
            .Select(reader => new SelectListItem($"{reader.Name} ({(reader.Identity == Viewer.IdentityId ? "you" : reader.Because)})", reader.Identity.ToString()))];
        return true;
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var usual = Heading!.Urgent ? now : (await workingTime.ForAsync(Heading.Org, stop)).AfterWorkingDays(now, UsualWorkingDays);
        if (Item is { } id && await store.Set<RunItem>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.IncidentId == Heading.Id, stop) is { } item)
        {
            What = item.Text;
            usual = item.DueAt is { } due ? (due < now ? now : due) : usual;
        }

        DueOn = DateParts.From(UkTime.DateOf(usual));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var what = WordsNeeded(What, nameof(What), FewSentences, "What has to be done", "Say what has to be done");
        Require(Owner, nameof(Owner), "Select who does it");
        var due = ComingDay(DueOn, nameof(DueOn), "The day it is due", UkTime.DateOf(clock.GetUtcNow()));
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => setAction.RunAsync(Viewer, Reference, new ActionAnswers(what!, Owner!.Value, due!.Value, Item), stop), stop);
        return Answer(outcome, () => RedirectWithBanner(BackTo(Run), "The action is set"));
    }
}
