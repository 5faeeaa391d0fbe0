using Lifeguard.Access.Keys;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Access.Pages.Access.Panels;

/// <summary>Tells the administrator that keys were lost, for as long as what they sealed could still be wanted.</summary>
internal sealed class LostKeysPanel(Keyring keyring, TimeProvider clock) : IHomePanel
{
    // As long as a report that was begun is kept.
    private static readonly TimeSpan Told = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop) =>
        viewer.May(AccessPermissions.Keys) && await keyring.LostAsync(stop) is { } lost && (lost.At is null || clock.GetUtcNow() - lost.At < Told)
            ? [new Waiting("Keys of this site were lost: see what went with them", KeysModel.Address, WaitingUrgency.Today)]
            : [];
}
