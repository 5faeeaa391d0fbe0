using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Review;

/// <summary>The data-protection lead as the second person: sees class, rule and who proposed it, and opens nothing.</summary>
[Needs(DataProtectionPermissions.Watch), StepUp]
internal sealed class PurgeModel(FindReview find, IRetention retention, TimeProvider clock) : RoomPage
{
    [FromRoute(Name = "purge")] public RandomReference Reference { get; set; }

    [BindProperty] public string? Why { get; set; }

    public ReviewRow Row { get; private set; } = null!;

    public PurgeCard Card => Row.Purge!;

    public bool IsOwn => Card.ProposedBy == Viewer.IdentityId;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var row = (await find.OfAsync(Viewer, stop)).FirstOrDefault(one => one.Purge?.Reference == Reference);
        if (row is null) return false;
        Row = row;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        Answer(await retention.ConfirmPurgeAsync(Row.Record, Deed(), stop), () => RedirectWithBanner(Links.Review, "Confirmed. It is erased after a week unless somebody stops it"));

    public async Task<IActionResult> OnPostStopAsync(CancellationToken stop)
    {
        Require(Why, nameof(Why), "Say why it is not to be erased");
        RequireWithin(Why, DataProtectionTables.LongestReason, nameof(Why), "The reason");
        if (!ModelState.IsValid) return Page();
        return Answer(await retention.StopPurgeAsync(Row.Record, Deed(Why), stop), () => RedirectWithBanner(Links.Review, "Stopped. Nothing was erased"));
    }

    private Deed Deed(string? why = null) => Viewer.Deed(Row.Record.Org, clock.GetUtcNow(), why);
}
