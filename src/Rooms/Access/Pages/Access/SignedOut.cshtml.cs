using Lifeguard.Ui.Rooms;

namespace Lifeguard.Access.Pages.Access;

[OpenToAll("Shown after signing out.")]
internal sealed class SignedOutModel : RoomPage;
