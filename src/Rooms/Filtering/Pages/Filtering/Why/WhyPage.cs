using System.Net;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Gate;
using Lifeguard.Storage.Outbox;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Filtering.Pages.Filtering.Why;

/// <summary>
/// The question that a block page, or a connection that only failed, leaves behind. Typed addresses travel in a form and never in an
/// address of ours, so they stand in no log and no history.
/// </summary>
internal abstract class WhyPage(AskGate gate, FindOwnRefused findOwn, IAddressBook accounts, TimeProvider clock) : RoomPage
{
    [BindProperty] public string? Address { get; set; }

    public bool HasGate => gate.IsThere;

    /// <summary>Whether the viewer is known: then their own last minutes are shown.</summary>
    public bool IsKnown => IsSignedIn;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What was asked about, with its answer.</summary>
    public Explanation? Answered { get; private set; }

    public IReadOnlyList<RefusedSeen> Refused { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (IsSignedIn) Refused = await findOwn.RunAsync(Viewer, stop);
        return true;
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Address, nameof(Address), "Enter the address that did not open");
        RequireWithin(Address, WebAddress.MaxLength, nameof(Address), "The address");
        if (!ModelState.IsValid) return Page();

        var account = IsSignedIn ? await accounts.AddressOfAsync(Viewer.IdentityId, stop) : null;
        Answered = gate.Why(Address!, account, HttpContext.Connection.RemoteIpAddress ?? IPAddress.None, Now);
        return Page();
    }
}
