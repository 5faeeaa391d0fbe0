using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access;

[OpenToAll("Shown after signing out.")]
internal sealed class SignedOutModel : RoomPage
{
    /// <summary>The person said that somebody else knows their password.</summary>
    [FromQuery] public bool Closed { get; set; }
}
