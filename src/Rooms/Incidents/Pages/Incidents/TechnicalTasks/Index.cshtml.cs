using Lifeguard.Ui.Rooms;

namespace Lifeguard.Incidents.Pages.Incidents.TechnicalTasks;

[Needs(IncidentPermissions.TechnicalTasks)]
internal sealed class IndexModel(FindTasks findTasks, TimeProvider clock) : RoomPage
{
    public IReadOnlyList<TaskItem> Open { get; private set; } = [];

    public IReadOnlyList<TaskItem> Done { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        (Open, Done) = await findTasks.RunAsync(Viewer, stop);
        return true;
    }
}
