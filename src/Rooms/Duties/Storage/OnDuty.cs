using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

internal sealed class OnDuty(Store store, IRoles roles, IWorkingTime workingTime) : IOnDuty
{
    public async Task<IReadOnlyList<OnDutyCard>> AtAsync(Guid school, DateTimeOffset at, CancellationToken stop)
    {
        var shifts = await ShiftsAsync(school, at, stop);
        if (shifts.Count == 0) return [];

        var calendar = await workingTime.ForAsync(school, stop);
        return [.. shifts.Where(shift => shift.Covers(at, calendar)).DistinctBy(shift => shift.IdentityId)
            .Select(shift => new OnDutyCard(shift.IdentityId, shift.Name, shift.Telephone, shift.Until(at, calendar)))];
    }

    public async Task<DateTimeOffset> NextReadAsync(Guid school, DateTimeOffset at, CancellationToken stop)
    {
        var calendar = await workingTime.ForAsync(school, stop);
        var opens = calendar.NextOpening(at);
        if (opens <= at) return at;

        var covered = (await ShiftsAsync(school, at, stop)).Select(shift => shift.CoversNext(at, calendar)).OfType<DateTimeOffset>();
        return covered.Append(opens).Min();
    }

    /// <summary>Schools at which this human being has a duty that is not over.</summary>
    public async Task<IReadOnlyList<Guid>> SchoolsOfAsync(Guid identity, DateTimeOffset at, CancellationToken stop)
    {
        var yesterday = UkTime.DateOf(at).AddDays(-1);
        return await store.Set<OnDutyShift>().Where(shift => shift.IdentityId == identity && shift.LastDay >= yesterday).Select(shift => shift.Org).Distinct().ToListAsync(stop);
    }

    /// <summary>What is not over yet, of people who sit in the team on that day, the one set last first.</summary>
    public async Task<IReadOnlyList<OnDutyShift>> ShiftsAsync(Guid school, DateTimeOffset at, CancellationToken stop)
    {
        var today = UkTime.DateOf(at);
        var yesterday = today.AddDays(-1);
        var shifts = await store.Set<OnDutyShift>().AsNoTracking().Where(shift => shift.Org == school && shift.LastDay >= yesterday)
            .OrderByDescending(shift => shift.SetAt).ThenByDescending(shift => shift.Id).ToListAsync(stop);
        if (shifts.Count == 0) return [];

        var team = (await roles.HoldersAsync(school, Team.Roles, today, stop)).Select(holder => holder.IdentityId).ToHashSet();
        return [.. shifts.Where(shift => team.Contains(shift.IdentityId))];
    }
}
