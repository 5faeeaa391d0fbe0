using Lifeguard.Custody.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>Answers for how long this room's records stay, and takes one out.</summary>
internal sealed class KeepIncidents(Store store, IPeople people, DeskHolders holders, ICustody custody) : IKeeper
{
    public string Kind => Incident.Kind;

    public async Task<IReadOnlyList<KeptRecord>> EndedAsync(Viewer viewer, IReadOnlyCollection<Guid> places, KeptSearch search, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var grown = await GrownAsync(search, stop);
        var own = (await EndedAsync(store.IncidentsFor(viewer), search, grown, stop)).Where(one => IncidentPages.IsAtDesk(viewer, one)).ToList();
        // Whoever watches is never shown a record that they are kept from, and so none about themselves.
        var watched = places.Count == 0 ? [] : await EndedAsync(store.Set<Incident>().Where(one => places.Contains(one.Org) && !one.Barred.Contains(me)), search, grown, stop);
        var decides = own.Select(one => one.Id).ToHashSet();
        return await RecordsAsync([.. own.Concat(watched).DistinctBy(one => one.Id)], decides, stop);
    }

    public async Task<KeptRecord?> FindAsync(RecordRef record, CancellationToken stop) =>
        await store.Set<Incident>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop) is { } incident
            ? await RecordOfAsync(incident, stop) : null;

    /// <summary>One that was found through the viewer.</summary>
    public async Task<KeptRecord> RecordOfAsync(Incident incident, CancellationToken stop) => (await RecordsAsync([incident], [], stop))[0];

    public async Task<bool> HoldAsync(RecordRef record, CancellationToken stop)
    {
        await store.HoldOpenAsync(record.Id, stop);
        return await store.Set<Incident>().AnyAsync(one => one.Id == record.Id, stop);
    }

    public async Task<IReadOnlyList<RecordRef>?> EraseAsync(RecordRef record, CancellationToken stop)
    {
        var id = record.Id;
        await store.HoldToEraseAsync(id, stop);
        if (!await store.Set<Incident>().AnyAsync(one => one.Id == id && one.Closure!.Reason != null, stop)) return null;

        var tasks = await store.Set<TechnicalTask>().Where(one => one.IncidentId == id).Select(one => one.Id).ToListAsync(stop);
        var drafts = store.Set<Receipt>().Where(one => one.IncidentId == id).Select(one => one.DraftId);
        await store.Set<Draft>().Where(one => drafts.Contains(one.Id)).ExecuteDeleteAsync(stop);
        await store.Set<Sanction>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<RunItem>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<RunAnswer>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<Run>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<Support>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<ParentsNotice>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<Referral>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<ActionItem>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<TechnicalTask>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<Receipt>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<Entry>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<Involvement>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<Report>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        await store.Set<DeclaredConflict>().Where(one => one.IncidentId == id).ExecuteDeleteAsync(stop);
        // The other record stays, with a period of its own; that it was linked to this one goes.
        await store.Set<IncidentLink>().Where(one => one.FromId == id || one.ToId == id).ExecuteDeleteAsync(stop);
        await store.Set<WelfareBeside>().Where(one => one.AllegationId == id || one.WelfareId == id).ExecuteDeleteAsync(stop);
        await store.Set<Incident>().Where(one => one.Id == id).ExecuteDeleteAsync(stop);
        return [.. tasks.Select(task => new RecordRef(TechnicalTask.Kind, task)), .. await custody.EraseAsync(id, stop)];
    }

    public async Task<IReadOnlyList<DeskToAsk>> DesksAsync(Guid org, CancellationToken stop) =>
        [.. (await holders.OfAsync(org, stop)).Where(desk => desk.Value.Count > 0)
            .Select(desk => new DeskToAsk(desk.Key.ToString(), DeskWords.Of(desk.Key), [.. desk.Value.Select(holder => holder.IdentityId).Distinct()]))];

    private async Task<IReadOnlyCollection<Guid>> GrownAsync(KeptSearch search, CancellationToken stop) =>
        search.Before.Values.Select(before => before.Born).Max() is { } day ? await people.BornByAsync(day, stop) : [];

    // Three questions that each have an index, where one with an "or" would read ten years. The last two are seldom asked.
    private async Task<IReadOnlyList<Incident>> EndedAsync(IQueryable<Incident> incidents, KeptSearch search, IReadOnlyCollection<Guid> grown, CancellationToken stop)
    {
        var (pupils, allegations) = (search.Before[IncidentKeeps.Pupils].Raised, search.Before[IncidentKeeps.Allegations].Raised);
        var (first, pupilsBefore, allegationsBefore) = (UkTime.Midnight(pupils > allegations ? pupils : allegations), UkTime.Midnight(pupils), UkTime.Midnight(allegations));
        var also = search.Also;
        var ended = incidents.AsNoTracking().Where(one => one.Closure!.Reason != null);
        var found = await ended.Where(one => one.RaisedAt < first && (one.RecordKind == RecordKind.Allegation ? one.RaisedAt < allegationsBefore : one.RaisedAt < pupilsBefore)).ToListAsync(stop);
        if (also.Count > 0) found.AddRange(await ended.Where(one => also.Contains(one.Id)).ToListAsync(stop));
        if (grown.Count > 0)
            found.AddRange(await ended.Where(one => store.Set<Involvement>().Any(named => named.IncidentId == one.Id && named.PersonId != null && grown.Contains(named.PersonId.Value))).ToListAsync(stop));
        return [.. found.DistinctBy(one => one.Id)];
    }

    private async Task<IReadOnlyList<KeptRecord>> RecordsAsync(IReadOnlyList<Incident> incidents, HashSet<Guid> decides, CancellationToken stop)
    {
        if (incidents.Count == 0) return [];
        var ids = incidents.Select(one => one.Id).ToList();
        var children = await store.Set<Involvement>().AsNoTracking().Where(one => ids.Contains(one.IncidentId) && one.RemovedAt == null && one.NamedAs == NamedAs.Pupil)
            .Select(one => new { one.IncidentId, one.PersonId }).ToListAsync(stop);
        var births = await people.BirthdaysAsync([.. children.Select(one => one.PersonId).OfType<Guid>().Distinct()], stop);
        var youngest = children.GroupBy(one => one.IncidentId).ToDictionary(
            one => one.Key,
            one => one.All(child => child.PersonId is { } id && births.ContainsKey(id)) ? one.Max(child => births[child.PersonId!.Value]) : (DateOnly?)null);
        return
        [
            .. incidents.Select(one => new KeptRecord(
                one.Ref, one.Org, one.RecordKind == RecordKind.Allegation ? IncidentKeeps.Allegations : IncidentKeeps.Pupils,
                $"{IncidentHeading.NounOf(one.RecordKind, one.IsConcern)} {one.Reference.Short}", string.Join(" or ", one.Desks.Select(DeskWords.Of)))
            {
                RaisedOn = UkTime.DateOf(one.RaisedAt),
                ClosedOn = one.Closure is { } closure ? UkTime.DateOf(closure.At) : null,
                YoungestBornOn = youngest.GetValueOrDefault(one.Id),
                DecideAt = decides.Contains(one.Id) ? Links.Incident(one.Reference, "keeping") : null,
            }),
        ];
    }
}
