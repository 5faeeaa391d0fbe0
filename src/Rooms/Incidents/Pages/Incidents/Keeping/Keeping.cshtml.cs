using Lifeguard.DataProtection.Contracts;
using Lifeguard.Incidents.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Keeping;

/// <summary>For how long one record is kept, and why: its rule, what holds it, and whether it is to be erased.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class KeepingModel(IncidentPages pages, Store store, KeepIncidents keeper, IRetention retention, TimeProvider clock) : KeepingPage(pages, store, keeper, retention, clock)
{
    private const int LongestReason = 2_000;

    [BindProperty] public DateParts Until { get; set; }

    [BindProperty] public string? KeepWhy { get; set; }

    [BindProperty] public HoldKind? Kind { get; set; }

    [BindProperty] public string? HoldWhy { get; set; }

    [BindProperty] public string? StopWhy { get; set; }

    [BindProperty] public Guid Hold { get; set; }

    public string Here => Links.Incident(Reference, "keeping");

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken stop)
    {
        var until = RequireDay(Until, nameof(Until), "The day until which it is kept");
        var why = WordsNeeded(KeepWhy, nameof(KeepWhy), LongestReason, "The reason", "Say why it is kept for longer");
        RequireThat(until is null || until > Today, nameof(Until), "The day until which it is kept must be in the future");
        if (!ModelState.IsValid) return Page();
        return Answer(await OnceAsync(() => Retention.KeepUntilAsync(Record, until!.Value, Deed(why), stop), stop), () => RedirectWithBanner(Here, "It is kept until then"));
    }

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken stop)
    {
        Require(Kind, nameof(Kind), "Select why it is held");
        var why = WordsNeeded(HoldWhy, nameof(HoldWhy), LongestReason, "The reason", "Say which one, and who asked");
        if (!ModelState.IsValid) return Page();
        return Answer(await OnceAsync(() => Retention.PlaceHoldAsync(Record, Kind!.Value, Deed(why), stop), stop), () => RedirectWithBanner(Here, "It is held. Nobody can erase it"));
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken stop) =>
        Answer(await OnceAsync(() => Retention.LiftHoldAsync(Record, Hold, Deed(), stop), stop), () => RedirectWithBanner(Here, "The hold is lifted"));

    public async Task<IActionResult> OnPostStopAsync(CancellationToken stop)
    {
        var why = WordsNeeded(StopWhy, nameof(StopWhy), LongestReason, "The reason", "Say why it is not to be erased");
        if (!ModelState.IsValid) return Page();
        return Answer(await OnceAsync(() => Retention.StopPurgeAsync(Record, Deed(why), stop), stop), () => RedirectWithBanner(Here, "Stopped. Nothing was erased"));
    }
}
