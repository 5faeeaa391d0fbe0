using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

[Needs(CustodyPermissions.Keep)]
internal sealed class HandOverModel(ItemPages pages, HandOver handOver, TimeProvider clock) : ItemPage(pages, clock)
{
    [BindProperty] public string? To { get; set; }

    [BindProperty] public DateParts HandedOn { get; set; }

    [BindProperty] public string? HandedAt { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public string? PoliceReference { get; set; }

    [BindProperty] public string? StoredWhere { get; set; }

    public void OnGet() => (HandedOn, HandedAt) = (DateParts.From(Today), UkTime.ForBox(Now));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var to = LineNeeded(To, nameof(To), "The name", "Say who has it now, by name");
        var at = PastMoment(HandedOn, nameof(HandedOn), HandedAt, nameof(HandedAt), "The day");
        var reason = LineNeeded(Reason, nameof(Reason), "The reason", "Say why it was handed over");
        Line(PoliceReference, nameof(PoliceReference), "The reference");
        Line(StoredWhere, nameof(StoredWhere), "Where it is stored");
        RequireThat(at is null || at >= Item.SecuredAt, nameof(HandedOn), "It was handed over after it was secured: look at the day and the time");
        return await DoAsync(() => handOver.RunAsync(Viewer, Reference, new HandoverAnswers(Submission, to, at!.Value, reason, PoliceReference, StoredWhere), stop), Back, "It stands in the chain");
    }
}
