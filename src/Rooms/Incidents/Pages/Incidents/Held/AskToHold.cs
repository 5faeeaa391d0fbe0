using Lifeguard.Custody.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.AskTechnician;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Held;

/// <summary>Asks the technician to isolate or keep a device for a record, or ties to it what is held already. Nobody whom the record is kept from learns of either.</summary>
internal sealed class AskToHold(Store store, GivePlanItem givePlanItem, IncidentPages pages, ICustody custody)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, DeviceOrder order, Guid? planItem, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        if (await NamesSomebodyAsync(incident.Id, order, stop)) return Refusals.NamesSomebody;
        if (planItem is { } item && await givePlanItem.RunAsync(incident, item, order.Id, stop) is { IsDone: false } taken) return taken;
        return await custody.AskAsync(viewer, incident.Org, incident.Id, order with { KeptFrom = [.. incident.Barred] }, stop);
    }

    public async Task<Outcome> TieAsync(Viewer viewer, RandomReference reference, string code, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        return await custody.TieAsync(viewer, incident.Org, incident.Id, code, stop);
    }

    private async Task<bool> NamesSomebodyAsync(Guid incident, DeviceOrder order, CancellationToken stop)
    {
        var names = await store.Set<Involvement>().Where(one => one.IncidentId == incident).Select(one => one.Name).ToListAsync(stop);
        names.AddRange(await store.Set<Report>().Where(one => one.IncidentId == incident).Select(one => one.ReporterName).ToListAsync(stop));
        var found = new NamesOnRecord(names);
        return found.AreIn(order.Label) || found.AreIn(order.PoliceSaid);
    }
}
