using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Orders;

/// <summary>Logs are kept, or the address is blocked. A device is settled by taking it into custody.</summary>
internal sealed class FinishOrder(Store store, CustodyReach reach, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, string said, string? keptWhere, DateOnly? keptUntil, CancellationToken stop)
    {
        if (await (await reach.OrdersAsync(viewer, stop)).SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } order) return Refusal.NotFound;
        var deed = viewer.Deed(order.Org, clock.GetUtcNow());
        var outcome = order.Finish(new OrderDone(said, keptWhere, keptUntil, deed.At, viewer.Name), null);
        return outcome.IsDone ? await store.CommitAsync(deed, new OrderFinished(order.Ref, said, keptWhere, keptUntil), stop) : outcome;
    }
}
