using Lifeguard.Ui.Rooms;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>The same words whatever happened: handed over, joined no more, too close, or a name that was added. Nobody can tell which.</summary>
[SignedIn]
internal sealed class NoLongerWithYouModel : RoomPage
{
    public const string Address = "/no-longer-with-you";
}
