using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Orders;

/// <summary>One order: what to do, by when, and what was done.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class ShowModel(CustodyReach reach, FinishOrder finishOrder, TimeProvider clock) : CustodyPage(clock)
{
    private const int LongestYears = 10;

    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public string? Said { get; set; }

    [BindProperty] public string? KeptWhere { get; set; }

    [BindProperty] public DateParts KeptUntil { get; set; }

    public TechnicianOrder Order { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await (await reach.OrdersAsync(Viewer, stop)).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == Reference, stop) is not { } order) return false;
        Order = order;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var said = WordsNeeded(Said, nameof(Said), "What was done", "Say what was done");
        DateOnly? until = null;
        if (Order.What is OrderKind.KeepLogs)
        {
            LineNeeded(KeptWhere, nameof(KeptWhere), "Where they are kept", "Say where they are kept");
            until = RequireDay(KeptUntil, nameof(KeptUntil), "The day");
            RequireThat(until is null || (until >= Today && until <= Today.AddYears(LongestYears)), nameof(KeptUntil), "The day must be today or later, and within ten years");
        }

        return await DoAsync(() => finishOrder.RunAsync(Viewer, Reference, said, KeptWhere, until, stop), Links.Custody, "Done");
    }
}
