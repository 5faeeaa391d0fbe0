using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Parents;

/// <summary>The children of a record whose parents a decision is owed about, each with what was decided last.</summary>
internal sealed class FindChildren(Store store)
{
    public async Task<IReadOnlyList<ChildShown>> OfAsync(Guid incidentId, CancellationToken stop)
    {
        var involved = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incidentId && one.RemovedAt == null).ToListAsync(stop);
        var notices = await store.Set<ParentsNotice>().AsNoTracking().Where(one => one.IncidentId == incidentId).OrderBy(one => one.EnteredAt).ToListAsync(stop);
        var runs = await store.Set<Run>().AsNoTracking().Where(one => one.IncidentId == incidentId).ToListAsync(stop);
        return [.. involved.Where(one => one.NamedAs == NamedAs.Pupil).OrderByDescending(OpenMatters.NeedsParents).ThenBy(one => one.Part).ThenBy(one => one.Id)
            .Select(one => (Child: one, Last: notices.LastOrDefault(notice => notice.InvolvementId == one.Id)))
            .Select(one => new ChildShown(one.Child.Id, one.Child.Name, one.Child.Part, OpenMatters.NeedsParents(one.Child), one.Last)
            {
                PersonId = one.Child.PersonId,
                IsHeld = FamilyHold.Holds(one.Child, one.Last, runs),
            })];
    }
}

internal sealed record ChildShown(Guid InvolvementId, string Name, Part Part, bool IsOwed, ParentsNotice? Last)
{
    /// <summary>The row in the roster, where the child is known.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The family must not be told yet.</summary>
    public bool IsHeld { get; init; }
}
