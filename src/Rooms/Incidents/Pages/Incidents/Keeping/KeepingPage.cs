using Lifeguard.DataProtection.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Keeping;

/// <summary>Pages on which its desk decides for how long a record stays. Somebody to whom it was only handed over does not.</summary>
internal abstract class KeepingPage(IncidentPages pages, Store store, KeepIncidents keeper, IRetention retention, TimeProvider clock) : RecordPage(pages)
{
    public KeptRecord Record { get; private set; } = null!;

    public KeptState State { get; private set; } = null!;

    public DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    public Guid Me => Viewer.IdentityId;

    protected IRetention Retention => retention;

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        if (!heading.AtDesk) return false;
        Record = await keeper.RecordOfAsync(await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop), stop);
        State = await retention.StateAsync(Record, stop);
        return true;
    }

    protected Deed Deed(string? why = null) => Viewer.Deed(Record.Org, clock.GetUtcNow(), why);
}
