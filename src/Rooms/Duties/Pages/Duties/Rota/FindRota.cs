using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Duties.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Pages.Duties.Rota;

/// <summary>What the page of one school shows: whose duty it may be, what is set, and the days to come with their gaps.</summary>
internal sealed class FindRota(IOrganisations organisations, IRoles roles, IWorkingTime workingTime, OnDuty onDuty, TimeProvider clock)
{
    private const int DaysShown = 14;

    /// <summary>The schools for which this viewer may set it, by name.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop)
    {
        var mine = viewer.Seats.Where(seat => Team.MaySet.Any(role => role.ToString() == seat.Role))
            .SelectMany(seat => seat.Role == nameof(Role.TrustSafeguardingLead) ? [seat.Organisation, .. viewer.ReachOf(seat.Organisation)] : new[] { seat.Organisation }).ToHashSet();
        return [.. (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id) && one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting).OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    public async Task<IReadOnlyList<RoleHolder>> TeamAsync(Guid school, CancellationToken stop) =>
        [.. (await roles.HoldersAsync(school, Team.Roles, UkTime.DateOf(clock.GetUtcNow()), stop)).OrderBy(holder => holder.Role).ThenBy(holder => holder.Name, StringComparer.CurrentCulture).DistinctBy(holder => holder.IdentityId)];

    public async Task<RotaShown> OfAsync(Guid school, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var calendar = await workingTime.ForAsync(school, stop);
        var today = DutyDay.Of(now, calendar);
        var shifts = (await onDuty.ShiftsAsync(school, now, stop)).Where(shift => shift.LastDay >= today).ToList();
        return new RotaShown(
            await onDuty.AtAsync(school, now, stop),
            [.. shifts.OrderBy(shift => shift.FirstDay).ThenBy(shift => shift.Times).ThenBy(shift => shift.Id)],
            [.. Enumerable.Range(0, DaysShown).Select(ahead => Day(today.AddDays(ahead), shifts, calendar))]);
    }

    private static RotaDay Day(DateOnly day, List<OnDutyShift> shifts, SchoolCalendar calendar)
    {
        var opens = calendar.OpensOn(day);
        var closed = opens is { } open ? calendar.SameDay(open) : DutyDay.Begins(day, calendar);
        return new RotaDay(day, opens is { } at ? NamesAt(at) : null, NamesAt(closed));

        IReadOnlyList<string> NamesAt(DateTimeOffset instant) => [.. shifts.Where(shift => shift.Covers(instant, calendar)).Select(shift => shift.Name).Distinct()];
    }
}

internal sealed record RotaShown(IReadOnlyList<OnDutyCard> Now, IReadOnlyList<OnDutyShift> Shifts, IReadOnlyList<RotaDay> Days);

/// <summary>A day of duty, the one on duty first in each part.</summary>
/// <param name="InSchoolHours">Null where school is closed.</param>
internal sealed record RotaDay(DateOnly Day, IReadOnlyList<string>? InSchoolHours, IReadOnlyList<string> OutOfHours);
