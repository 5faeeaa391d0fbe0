using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Receipts;

/// <summary>What this person reported and what they have begun. It tells how far each is, and nothing else.</summary>
[Needs(IncidentPermissions.Raise)]
internal sealed class IndexModel(Store store, Drafts drafts) : RoomPage
{
    private const int MostShown = 200;

    public IReadOnlyList<ReceiptLine> Receipts { get; private set; } = [];

    public IReadOnlyList<StoredDraft> Drafts { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Drafts = await drafts.OfAsync(Viewer.IdentityId, stop);
        var rows = await (from receipt in store.ReceiptsFor(Viewer).AsNoTracking()
                          join incident in store.Set<Incident>().AsNoTracking() on receipt.IncidentId equals incident.Id
                          orderby receipt.MadeAt descending
                          select new { receipt, incident }).Take(MostShown).ToListAsync(stop);
        Receipts = [.. rows.Select(row => new ReceiptLine(row.receipt.Reference, row.receipt.MadeAt, row.receipt.State(row.incident)))];
        return true;
    }

    public void OnGet()
    {
    }
}

internal sealed record ReceiptLine(RandomReference Reference, DateTimeOffset MadeAt, ReceiptState State);
