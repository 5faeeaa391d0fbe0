using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Upkeep.Storage;

namespace Lifeguard.Upkeep.Pages.Upkeep;

/// <summary>What is overdue about backups, for whoever can see to it.</summary>
internal sealed class BackupsPanel(FindBackups find, HeldLetters letters, UpkeepSettings settings) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(UpkeepPermissions.Backups)) return [];

        List<Waiting> waiting = await letters.AnyAsync(stop) ? [new("Letters wait since a backup was restored: send them or drop them", BackupsModel.Address, WaitingUrgency.Today)] : [];
        if (!settings.IsDemonstration) waiting.AddRange(await OverdueAsync(stop));
        return waiting;
    }

    private async Task<IReadOnlyList<Waiting>> OverdueAsync(CancellationToken stop)
    {
        var state = await find.RunAsync(stop);
        // One line: where nothing is backed up, nothing else is worth saying.
        if (state.Last is null) return [Overdue("Nothing is backed up yet")];
        if (state.IsBackupOverdue) return [Overdue("There has been no backup for more than a day")];
        if (state.IsLogOverdue) return [Overdue("What is written between two backups is not kept")];
        return state.IsDrillOverdue ? [Overdue(state.Drill is null ? "No backup has been restored yet to prove it" : "No backup has been restored for 40 days to prove it")] : [];
    }

    private static Waiting Overdue(string text) => new(text, BackupsModel.Address, WaitingUrgency.Overdue);
}
