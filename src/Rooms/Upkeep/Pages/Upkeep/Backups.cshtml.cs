using Lifeguard.Ui.Rooms;
using Lifeguard.Upkeep.Model;
using Lifeguard.Upkeep.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Upkeep.Pages.Upkeep;

/// <summary>When the last backup was made and the last one proven, what is overdue, and what the technician types.</summary>
[Needs(UpkeepPermissions.Backups)]
internal sealed class BackupsModel(FindBackups find, HeldLetters letters, UpkeepSettings settings) : RoomPage
{
    public const string Address = "/backups";

    public BackupState State { get; private set; } = null!;

    /// <summary>Letters that were waiting in a backup that was restored.</summary>
    public HeldSeen? Held { get; private set; }

    public bool IsDemonstration => settings.IsDemonstration;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        State = await find.RunAsync(stop);
        Held = await letters.SeenAsync(stop);
        return true;
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken stop) =>
        Answer(await letters.SendAsync(Viewer, stop), () => RedirectWithBanner(Address, "They go with the next post"));

    public async Task<IActionResult> OnPostDropAsync(CancellationToken stop) =>
        Answer(await letters.DropAsync(Viewer, stop), () => RedirectWithBanner(Address, "They are dropped. What waits for each of their readers stands on their home all the same"));
}
