using Lifeguard.Access.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Web.Pages.Web;

[OpenToAll("The first page: says what this is and leads to reporting and to signing in.")]
internal sealed class StartModel : RoomPage
{
    public IActionResult OnGet() => LocalRedirect(IsSignedIn ? "/home" : SignInPages.In);
}
