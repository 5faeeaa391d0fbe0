using Lifeguard.Ui.Rooms;
using Lifeguard.Upkeep.Model;
using Lifeguard.Upkeep.Storage;

namespace Lifeguard.Upkeep.Pages.Upkeep;

/// <summary>When the last backup was made and the last one proven, what is overdue, and what the technician types.</summary>
[Needs(UpkeepPermissions.Backups)]
internal sealed class BackupsModel(FindBackups find, UpkeepSettings settings) : RoomPage
{
    public const string Address = "/backups";

    public BackupState State { get; private set; } = null!;

    public bool IsDemonstration => settings.IsDemonstration;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        State = await find.RunAsync(stop);
        return true;
    }
}
