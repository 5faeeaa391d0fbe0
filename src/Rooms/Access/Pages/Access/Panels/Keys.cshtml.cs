using Lifeguard.Access.Keys;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Access.Pages.Access.Panels;

/// <summary>Whether the keys in the database open, and what to do when they do not.</summary>
[Needs(AccessPermissions.Keys)]
internal sealed class KeysModel(Keyring keyring) : RoomPage
{
    public const string Address = "/keys";

    public LostKeys? Lost { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Lost = await keyring.LostAsync(stop);
        return true;
    }
}
