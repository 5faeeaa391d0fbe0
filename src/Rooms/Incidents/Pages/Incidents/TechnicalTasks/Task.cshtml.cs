using Lifeguard.Incidents.Storage;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.TechnicalTasks;

[Needs(IncidentPermissions.TechnicalTasks)]
internal sealed class TaskModel(FindTasks findTasks, FinishTechnicalTask finishTechnicalTask, TimeProvider clock) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public string? Said { get; set; }

    public TaskItem Item { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findTasks.OneAsync(Viewer, Reference, stop) is not { } item) return false;
        Item = item;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Said, nameof(Said), "Say what you did");
        RequireWithin(Said, IncidentTables.LongestText, nameof(Said), "What you did");
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => finishTechnicalTask.RunAsync(Viewer, Reference, Said!.Trim(), stop), stop);
        return Answer(outcome, () => RedirectWithBanner(Links.TechnicalTasks, "Done. The safeguarding team can see what you did."));
    }
}
