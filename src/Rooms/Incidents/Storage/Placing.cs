using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>
/// Lays a record where the routing says: when it is raised, when somebody is named later, when a role or a relation changes,
/// when a conflict is declared. The same steps each time, inside the caller's transaction.
/// </summary>
internal sealed class Placing(Store store, GatherFacts gather)
{
    /// <summary>Decides again from the people on the record now, and opens the child's welfare beside it when an adult has come to be named.</summary>
    /// <returns>The news of it, empty when nothing changed.</returns>
    public async Task<IReadOnlyList<IHappened>> AgainAsync(Incident incident, string because, DateTimeOffset at, CancellationToken stop)
    {
        var named = await NamedOnAsync(incident, stop);
        var conflicted = await ConflictedAsync(incident.Id, stop);
        var before = (incident.RecordKind, Desks: string.Join(',', incident.Desks), Barred: string.Join(',', incident.Barred.Order()));
        var facts = await gather.RunAsync(incident.Org, named, conflicted, stop);
        var wasConcern = incident.RecordKind == RecordKind.Concern;
        incident.Place(incident.RecordKind == RecordKind.Welfare ? Routing.ForWelfare(facts) : Routing.ForRecord(facts));
        await FreezeReceiptsAsync(incident, stop);
        if (before == (incident.RecordKind, string.Join(',', incident.Desks), string.Join(',', incident.Barred.Order()))) return [];

        List<IHappened> news = [new AudienceDecided(incident.Ref, incident.Desks, incident.Barred, because)];
        if (wasConcern && incident.RecordKind == RecordKind.Allegation) news.AddRange(await OpenWelfareAsync(incident, facts, named, null, at, stop));
        else if (incident.RecordKind == RecordKind.Allegation) news.AddRange(await WelfareAgainAsync(incident, facts, because, stop));
        return news;
    }

    /// <summary>The child's welfare beside an allegation: names and parts of children, who looks after the child, and not a word of the story.</summary>
    public async Task<IReadOnlyList<IHappened>> OpenWelfareAsync(
        Incident allegation, RoutingFacts facts, IReadOnlyCollection<Named> named, string? whoLooksAfterTheChild, DateTimeOffset at, CancellationToken stop)
    {
        var children = named.Where(one => one.NamedAs == NamedAs.Pupil && one.Part != Part.SaidToHaveDoneIt).ToList();
        if (children.Count == 0 && string.IsNullOrWhiteSpace(whoLooksAfterTheChild)) return [];

        var welfare = Incident.Raise(allegation.Org, allegation.Urgent, allegation.Imagery, null, at);
        welfare.Place(Routing.ForWelfare(facts));
        store.Set<Incident>().Add(welfare);
        foreach (var child in children)
            store.Set<Involvement>().Add(Involvement.Of(welfare.Id, welfare.Org, child.PersonId, child.Name, child.NamedAs, child.Part, at));
        store.Set<WelfareBeside>().Add(new WelfareBeside { AllegationId = allegation.Id, Org = allegation.Org, WelfareId = welfare.Id });
        await Task.CompletedTask;
        return [new WelfareRaised(welfare.Ref, whoLooksAfterTheChild), new AudienceDecided(welfare.Ref, welfare.Desks, welfare.Barred, "raised")];
    }

    private async Task<IReadOnlyList<IHappened>> WelfareAgainAsync(Incident allegation, RoutingFacts facts, string because, CancellationToken stop)
    {
        var welfares = await (from beside in store.Set<WelfareBeside>()
                              join welfare in store.Set<Incident>() on beside.WelfareId equals welfare.Id
                              where beside.AllegationId == allegation.Id
                              select welfare).ToListAsync(stop);
        List<IHappened> news = [];
        foreach (var welfare in welfares)
        {
            var conflicted = await ConflictedAsync(welfare.Id, stop);
            welfare.Place(Routing.ForWelfare(facts with { Conflicted = conflicted }));
            news.Add(new AudienceDecided(welfare.Ref, welfare.Desks, welfare.Barred, because));
        }

        return news;
    }

    private async Task FreezeReceiptsAsync(Incident incident, CancellationToken stop)
    {
        var receipts = await store.Set<Receipt>().Where(receipt => receipt.IncidentId == incident.Id && receipt.Author != null).ToListAsync(stop);
        foreach (var receipt in receipts.Where(receipt => incident.Barred.Contains(receipt.Author!.Value)))
            receipt.Freeze(Receipt.StateOf(incident));
    }

    private async Task<List<Named>> NamedOnAsync(Incident incident, CancellationToken stop)
    {
        // People added or taken off in this same transaction count as well.
        await store.Set<Involvement>().Where(one => one.IncidentId == incident.Id).LoadAsync(stop);
        var own = store.Set<Involvement>().Local.Where(one => one.IncidentId == incident.Id && one.RemovedAt is null).ToList();
        if (incident.RecordKind == RecordKind.Welfare)
        {
            // The adult stands on the allegation alone; the welfare record must still be kept from them.
            var allegations = store.Set<WelfareBeside>().Where(beside => beside.WelfareId == incident.Id).Select(beside => beside.AllegationId);
            own.AddRange(await store.Set<Involvement>().Where(one => allegations.Contains(one.IncidentId) && one.RemovedAt == null && one.Part == Part.SaidToHaveDoneIt).ToListAsync(stop));
        }

        return [.. own.Select(one => new Named(one.PersonId, one.Name, one.NamedAs, one.Part))];
    }

    private async Task<HashSet<Guid>> ConflictedAsync(Guid incidentId, CancellationToken stop)
    {
        await store.Set<DeclaredConflict>().Where(one => one.IncidentId == incidentId).LoadAsync(stop);
        return [.. store.Set<DeclaredConflict>().Local.Where(one => one.IncidentId == incidentId).Select(one => one.IdentityId)];
    }
}
