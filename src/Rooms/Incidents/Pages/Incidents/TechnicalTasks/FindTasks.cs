using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.TechnicalTasks;

internal sealed class FindTasks(Store store, IReference reference, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan DoneFor = TimeSpan.FromDays(30);

    /// <summary>What is to do, the most pressing first, and what was done in the last 30 days.</summary>
    public async Task<(IReadOnlyList<TaskItem> Open, IReadOnlyList<TaskItem> Done)> RunAsync(Viewer viewer, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - DoneFor;
        var tasks = store.TasksFor(viewer).AsNoTracking();
        var open = await tasks.Where(one => one.DoneAt == null).OrderByDescending(one => one.Urgent).ThenBy(one => one.DueAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        var done = await tasks.Where(one => one.DoneAt >= since).OrderByDescending(one => one.DoneAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        return ([.. open.Select(Item)], [.. done.Select(Item)]);
    }

    public async Task<TaskItem?> OneAsync(Viewer viewer, RandomReference task, CancellationToken stop) =>
        await store.TasksFor(viewer).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == task, stop) is { } found ? Item(found) : null;

    private TaskItem Item(TechnicalTask task)
    {
        var kind = reference.Choice(ChoiceList.TechnicalTasks, task.What);
        return new TaskItem(
            task.Reference, task.Id, task.Org, kind?.Label ?? task.What, kind?.Hint, task.Address, task.Device, task.Urgent,
            task.AskedAt, task.DueAt, task.DoneAt, task.DoneByName, task.Said);
    }
}
