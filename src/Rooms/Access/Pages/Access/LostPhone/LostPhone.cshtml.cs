using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Access.Pages.Access.LostPhone;

[OpenToAll("Who has lost their phone cannot sign in.")]
internal sealed class LostPhoneModel(AskToRecover ask) : RoomPage
{
    [BindProperty] public string? Email { get; set; }

    public bool IsAsked { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Email, nameof(Email), "Enter your e-mail address");
        RequireWithin(Email, 256, nameof(Email), "The address");
        if (!ModelState.IsValid) return Page();

        await ask.RunAsync(Email!, stop);
        IsAsked = true;
        return Page();
    }
}
