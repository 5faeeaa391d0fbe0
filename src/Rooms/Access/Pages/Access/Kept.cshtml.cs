using Lifeguard.Access.Keys;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access;

/// <summary>Gives back what was typed when a session ended, to be sent again with a press of a button.</summary>
[SignedIn]
internal sealed class KeptModel(KeptForms forms) : RoomPage
{
    [BindProperty(SupportsGet = true)] public string? Key { get; set; }

    public KeptWords Words { get; private set; } = new("", []);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (Key is null || await forms.TakeOutAsync(HttpContext, Key, stop) is not { } words) return false;
        Words = words;
        return true;
    }
}
