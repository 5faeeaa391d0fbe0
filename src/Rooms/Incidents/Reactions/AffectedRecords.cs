using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>Finds the few records whose readers a change of people can touch: placing every open record again would hold up a school.</summary>
internal sealed class AffectedRecords(Store store, IPeople people, IOrganisations organisations, DeskHolders holders)
{
    /// <summary>Records, closed ones too, that say one of these did it; and open ones with a written name or a post that could mean them.</summary>
    public async Task<List<Incident>> NamingAsync(IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var cards = await people.RowsOfAsync(identities, stop);
        var rows = cards.Select(row => row.Id).ToList();
        // A written name is matched with adults of the school and of what stands above it.
        var schools = await organisations.WithDescendantsAsync([.. cards.Select(row => row.Org).Distinct()], stop);
        var accused = store.Set<Involvement>().Where(one => one.RemovedAt == null && one.Part == Part.SaidToHaveDoneIt);
        var byKey = accused.Where(one => one.PersonId != null && rows.Contains(one.PersonId.Value)).Select(one => one.IncidentId);
        var byWords = accused.Where(one => one.PersonId == null && one.NamedAs != NamedAs.Pupil).Select(one => one.IncidentId);
        return await store.Set<Incident>()
            .Where(one => byKey.Contains(one.Id) || (schools.Contains(one.Org) && one.Closure!.Reason == null && byWords.Contains(one.Id))).ToListAsync(stop);
    }

    /// <summary>Open allegations, and open records with a written name: after a roster nobody can say whom it touches.</summary>
    public async Task<List<Incident>> UnsettledAsync(Guid organisation, CancellationToken stop)
    {
        var schools = await organisations.WithDescendantsAsync([organisation], stop);
        var byWords = store.Set<Involvement>()
            .Where(one => one.RemovedAt == null && one.Part == Part.SaidToHaveDoneIt && one.PersonId == null && one.NamedAs != NamedAs.Pupil)
            .Select(one => one.IncidentId);
        return await store.Set<Incident>().Where(one => schools.Contains(one.Org) && one.Closure!.Reason == null
            && (one.RecordKind == RecordKind.Allegation || byWords.Contains(one.Id))).ToListAsync(stop);
    }

    /// <summary>Open records that went past this desk because nobody sat there, and allegations that lie on it.</summary>
    public async Task<List<Incident>> WaitingForHolderAsync(Guid organisation, Role role, CancellationToken stop)
    {
        if (DeskRoles.DeskOf(role) is not { } desk) return [];
        var schools = await organisations.WithDescendantsAsync([organisation], stop);
        var name = desk.ToString();
        var open = store.Set<Incident>().Where(one => schools.Contains(one.Org) && one.Closure!.Reason == null);
        return desk == Desk.SafeguardingTeam
            ? await open.Where(one => one.RecordKind != RecordKind.Allegation && !one.Desks.Contains(name)).ToListAsync(stop)
            : await open.Where(one => one.RecordKind == RecordKind.Allegation || one.Desks.Count == 0).ToListAsync(stop);
    }

    /// <summary>Open records on this desk that nobody who still sits there may take, and allegations that lie on it.</summary>
    public async Task<List<Incident>> LeftAloneAsync(Guid organisation, Role role, CancellationToken stop)
    {
        if (DeskRoles.DeskOf(role) is not { } desk) return [];
        var name = desk.ToString();
        List<Incident> alone = [];
        foreach (var school in await organisations.WithDescendantsAsync([organisation], stop))
        {
            var sitting = (await holders.OfAsync(school, stop))[desk].Select(holder => holder.IdentityId).ToList();
            alone.AddRange(await store.Set<Incident>().Where(one => one.Org == school && one.Closure!.Reason == null && one.Desks.Contains(name)
                && (one.RecordKind == RecordKind.Allegation || sitting.All(holder => one.Barred.Contains(holder)))).ToListAsync(stop));
        }

        return alone;
    }
}
