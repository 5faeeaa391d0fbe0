using Lifeguard.Ui.Rooms;

namespace Lifeguard.Access.Pages.Access;

[OpenToAll("A page to show when somebody walks up to the screen; it says nothing.")]
internal sealed class HiddenModel : RoomPage;
