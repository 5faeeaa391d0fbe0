using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

/// <summary>Duties as a viewer may see them: held by them, and about records that they may know of.</summary>
internal sealed class FindDuties(
    Store store, DutiesFiles files, IEnumerable<IRecordAudience> audiences, TimeProvider clock)
{
    public async Task<IReadOnlyList<DutyCard>> DueForAsync(Viewer viewer, CancellationToken stop)
    {
        var desks = DesksOf(viewer);
        var keys = desks.Select(desk => desk.Desk).Distinct().ToList();
        var me = viewer.IdentityId;
        var duties = await store.Set<Duty>().AsNoTracking().Include(duty => duty.Holdings)
            .Where(duty => duty.SettledAt == null && duty.Holdings.Any(held => held.IdentityId == me || (held.Desk != null && keys.Contains(held.Desk))))
            .ToListAsync(stop);
        return await KnownAsync(viewer, [.. duties.Where(Mine)], stop);

        bool Mine(Duty duty) => duty.Holdings.Any(held => held.IdentityId == me || (held.Desk is not null && desks.Contains((duty.Org, held.Desk))));
    }

    public async Task<IReadOnlyList<DutyCard>> OpenForAsync(Viewer viewer, RecordRef record, CancellationToken stop)
    {
        var duties = await store.Set<Duty>().AsNoTracking()
            .Where(duty => duty.RecordId == record.Id && duty.RecordKind == record.Kind && duty.SettledAt == null).ToListAsync(stop);
        return await KnownAsync(viewer, duties, stop);
    }

    private HashSet<(Guid Org, string Desk)> DesksOf(Viewer viewer) =>
    [
        .. from seat in viewer.Seats
           from desk in files.Chains.Desks
           where desk.Roles.Any(role => role.ToString() == seat.Role)
           from org in desk.Above ? [seat.Organisation, .. viewer.ReachOf(seat.Organisation)] : new[] { seat.Organisation }
           select (org, desk.Key),
    ];

    // A kind that no room answers for is shown to nobody.
    private async Task<IReadOnlyList<DutyCard>> KnownAsync(Viewer viewer, IReadOnlyList<Duty> duties, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var cards = new List<DutyCard>();
        foreach (var kind in duties.GroupBy(duty => duty.RecordKind))
        {
            if (audiences.FirstOrDefault(one => one.Kinds.Contains(kind.Key)) is not { } audience) continue;
            var known = await audience.KnownToAsync(viewer, kind.Key, [.. kind.Select(duty => duty.RecordId).Distinct()], stop);
            cards.AddRange(kind.Where(duty => known.Contains(duty.RecordId)).Select(duty => Card(duty, now)));
        }

        return [.. cards.OrderByDescending(card => card.IsUrgent).ThenBy(card => card.DueAt).ThenBy(card => card.Id)];
    }

    private static DutyCard Card(Duty duty, DateTimeOffset now) =>
        new(duty.Id, duty.Org, duty.Record, duty.Key, duty.Asks, duty.OpenedAt, duty.DueAt, duty.DueAt < now, duty.IsUrgent, duty.StepsTaken);
}
