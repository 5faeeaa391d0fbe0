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
        404 => new Mishap("Page not found",
            "There is nothing at this address that you can open.",
            "Nothing was lost by looking.",
            "Check the address, or go back to your own list."),
        400 => new Mishap("The page was too old",
            "This page was open for too long, or was sent twice, and could not be checked.",
            "Your draft is kept. Nothing was sent.",
            "Go back, load the page again and send it once more."),
        413 => new Mishap("That was too much to send",
            "What you sent is larger than this page takes.",
            "Nothing was saved from that last press.",
            "Go back and shorten it."),
        405 => new Mishap("That cannot be done here",
            "This address does not take what was sent to it.",
            "Nothing was changed.",
            "Go back and use the buttons of the page."),
        503 => new Mishap("Lifeguard cannot reach its records",
            "Lifeguard's database does not answer at the moment. It is not your fault.",
            "Anything you saw a receipt for is safe. What you sent just now may not be saved: without a receipt it was not.",
            "Keep your words, for example in a note on paper, and try again in a minute. If somebody is in danger, do not wait: ring one of these numbers."),
        _ => new Mishap("Something went wrong here",
            "Lifeguard could not do that. It is not your fault.",
            "Anything you saw a receipt for is safe.",
            "Try again in a minute. If somebody is in danger, do not wait: ring one of these numbers.",
            Activity.Current?.TraceId.ToString()[..8]),
    };

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        Response.StatusCode = Code is >= 400 and <= 599 ? Code : 500;
        return Page();
    }
}
