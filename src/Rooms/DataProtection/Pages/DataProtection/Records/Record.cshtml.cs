using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Records;

/// <summary>The rule of one record, what holds it, and whether it is to be erased. Whoever only watches holds it and lifts a hold, with a reason, and reads none of the others'.</summary>
[Needs(DataProtectionPermissions.Review)]
internal sealed class RecordModel(FindReview find, IRetention retention, Store store, TimeProvider clock) : KeptRecordPage(find, retention, store, clock)
{
    [BindProperty] public HoldKind? Kind { get; set; }

    [BindProperty] public string? HoldWhy { get; set; }

    [BindProperty] public Guid Hold { get; set; }

    [BindProperty] public string? LiftWhy { get; set; }

    [BindProperty] public DateParts Until { get; set; }

    [BindProperty] public string? KeepWhy { get; set; }

    [BindProperty] public string? StopWhy { get; set; }

    protected override bool IsTheirs => Decides || Watches;

    /// <summary>The reasons of the desk are the desk's.</summary>
    public bool Reads => Decides;

    public bool IsOpenHere(HoldCard hold) => hold.Id == Hold;

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken stop)
    {
        Require(Kind, nameof(Kind), "Select why it is held");
        var why = Words(HoldWhy, nameof(HoldWhy), "Say which one, and who asked");
        if (!ModelState.IsValid) return Page();
        return Answer(await Retention.PlaceHoldAsync(Row.Record, Kind!.Value, Deed(why), stop), () => RedirectWithBanner(Here, "It is held. Nobody can erase it"));
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken stop)
    {
        var why = Words(LiftWhy, nameof(LiftWhy), "Say why it need not be held any more");
        if (!ModelState.IsValid) return Page();
        // Without a hold it may be on nobody's list any more.
        return Answer(await Retention.LiftHoldAsync(Row.Record, Hold, Deed(why), stop), () => RedirectWithBanner(Links.Review, "The hold is lifted"));
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken stop)
    {
        if (!Decides) return NotFound();
        var until = RequireDay(Until, nameof(Until), "The day until which it is kept");
        var why = Words(KeepWhy, nameof(KeepWhy), "Say why it is kept for longer");
        RequireThat(until is null || until > Today, nameof(Until), "The day until which it is kept must be in the future");
        if (!ModelState.IsValid) return Page();
        return Answer(await Retention.KeepUntilAsync(Row.Record, until!.Value, Deed(why), stop), () => RedirectWithBanner(Links.Review, "It is kept until then"));
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken stop)
    {
        var why = Words(StopWhy, nameof(StopWhy), "Say why it is not to be erased");
        if (!ModelState.IsValid) return Page();
        return Answer(await Retention.StopPurgeAsync(Row.Record, Deed(why), stop), () => RedirectWithBanner(Here, "Stopped. Nothing was erased"));
    }

    private string Words(string? typed, string field, string missing)
    {
        Require(typed, field, missing);
        RequireWithin(typed, DataProtectionTables.LongestReason, field, "The reason");
        return typed?.Trim() ?? "";
    }
}
