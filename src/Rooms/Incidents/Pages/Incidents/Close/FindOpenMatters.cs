using Lifeguard.Custody.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Close;

/// <summary>Gathers what stands open beside a record. Asked for the page and again in the act.</summary>
internal sealed class FindOpenMatters(Store store, ICustody custody)
{
    public async Task<OpenMatters> OfAsync(Incident incident, CancellationToken stop)
    {
        var involved = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incident.Id).ToListAsync(stop);
        return OpenMatters.Of(new MattersOnRecord
        {
            Involved = involved,
            LookedAfterElsewhere = incident.RecordKind == RecordKind.Allegation ? await OnWelfareAsync(incident, involved, stop) : new HashSet<Guid>(),
            Notices = await store.Set<ParentsNotice>().AsNoTracking().Where(one => one.IncidentId == incident.Id).ToListAsync(stop),
            Referrals = await store.Set<Referral>().AsNoTracking().Where(one => one.IncidentId == incident.Id).ToListAsync(stop),
            Supports = await store.Set<Support>().AsNoTracking().Where(one => one.IncidentId == incident.Id).ToListAsync(stop),
            Police = incident.Form.AnybodyNeedsPolice,
            HeldOpen = await custody.IsAnythingOpenAsync(incident.Id, stop),
            // On the welfare record the same question would tell its readers that there is an allegation.
            TellsAuthority = incident.RecordKind == RecordKind.Allegation && incident.TellsAuthority,
            ActionsOpen = await store.Set<ActionItem>().AnyAsync(one => one.IncidentId == incident.Id && one.DoneAt == null, stop),
            Runs = await store.Set<Run>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.SetAsideAt == null).ToListAsync(stop),
            PlanItems = await store.Set<RunItem>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.SettledAt == null && one.GoneAt == null).ToListAsync(stop),
            TechnicalTasksOpen = await store.Set<TechnicalTask>().AnyAsync(one => one.IncidentId == incident.Id && one.DoneAt == null, stop),
        });
    }

    private async Task<IReadOnlySet<Guid>> OnWelfareAsync(Incident allegation, IReadOnlyCollection<Involvement> involved, CancellationToken stop)
    {
        var welfares = store.Set<WelfareBeside>().Where(beside => beside.AllegationId == allegation.Id).Select(beside => beside.WelfareId);
        var there = await store.Set<Involvement>().AsNoTracking().Where(one => welfares.Contains(one.IncidentId) && one.RemovedAt == null).ToListAsync(stop);
        return involved.Where(one => there.Exists(other => other.IsSamePersonAs(one))).Select(one => one.Id).ToHashSet();
    }
}
