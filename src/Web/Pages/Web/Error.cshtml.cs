using System.Diagnostics;
using Lifeguard.Ui;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Web.Pages.Web;

[OpenToAll("Somebody who meets an error must find help, signed in or not.")]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : RoomPage
{
    [FromRoute] public int Code { get; set; }

    public Mishap Mishap => Code switch
    {
        404 => new Mishap("Page not found", "There is nothing at this address that you can open.", "Nothing was lost by looking.", "Check the address, or go back to your own list."),
        400 => new Mishap("The page was too old", "This page was open for too long, or was sent twice, and could not be checked.", "Your draft is kept. Nothing was sent.", "Go back, load the page again and send it once more."),
        413 => new Mishap("That was too much to send", "What you sent is larger than this page takes.", "Nothing was saved from that last press.", "Go back and shorten it."),
        _ => new Mishap("Something went wrong here", "Lifeguard could not do that. It is not your fault.", "Anything you saw a receipt for is safe.", "Try again in a minute. If somebody is in danger, do not wait: ring one of these numbers.", Activity.Current?.TraceId.ToString()[..8]),
    };

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        Response.StatusCode = Code is >= 400 and <= 599 ? Code : 500;
        return Page();
    }
}
