using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>
/// Sorts what is open into groups. Few records of a school are open at any time, so their keys and states come in one question
/// and are sorted here; the closed ones, which grow for ever, are counted and paged by the database.
/// </summary>
internal sealed class FindDesk(Store store, IDuties duties, DeskHolders holders, TimeProvider clock)
{
    public static readonly TimeSpan ClosedFor = TimeSpan.FromDays(30);

    public async Task<Sorted> OpenAsync(Viewer viewer, Guid? school, CancellationToken stop)
    {
        var today = holders.Today;
        var overdue = (await duties.DueForAsync(viewer, stop)).Where(card => card.IsOverdue && card.Record.Kind == Incident.Kind).Select(card => card.Record.Id).ToHashSet();
        var open = await Of(viewer, school).Where(one => one.Closure!.Reason == null).Select(one => new Standing(
            one.Id, one.Org, one.RaisedAt, one.Urgent, one.OpenedAt != null, one.TakenOnAt != null, one.Handler,
            store.Set<ActionItem>().Any(action => action.IncidentId == one.Id && action.DoneAt == null && action.DueOn < today),
            store.Set<Referral>().Any(referral => referral.IncidentId == one.Id && referral.ResultAt == null && referral.Agency != "none")
                || store.Set<TechnicalTask>().Any(task => task.IncidentId == one.Id && task.DoneAt == null))).ToListAsync(stop);
        return new Sorted(viewer.IdentityId, open, overdue);
    }

    /// <summary>One page of what was closed lately, the newest first, and how much there is. A page beyond the last is the last.</summary>
    public async Task<ClosedPage> ClosedAsync(Viewer viewer, Guid? school, int page, int size, CancellationToken stop)
    {
        var closed = Closed(viewer, school);
        var rows = await closed.OrderByDescending(one => one.Closure!.At).ThenBy(one => one.Id).Skip((page - 1) * size).Take(size)
            .Select(one => new { one.Org, one.Id, Count = closed.Count() }).ToListAsync(stop);
        if (rows.Count > 0) return new ClosedPage(rows[0].Count, page, [.. rows.Select(row => new Shown(row.Org, row.Id))]);
        if (page == 1) return new ClosedPage(0, 1, []);

        var last = Math.Min(page - 1, PagesOf(await closed.CountAsync(stop), size));
        return await ClosedAsync(viewer, school, last, size, stop);
    }

    public static int PagesOf(int count, int size) => Math.Max(1, (count + size - 1) / size);

    private IQueryable<Incident> Closed(Viewer viewer, Guid? school)
    {
        var since = clock.GetUtcNow() - ClosedFor;
        return Of(viewer, school).Where(one => one.Closure!.At >= since);
    }

    private IQueryable<Incident> Of(Viewer viewer, Guid? school)
    {
        var mine = store.IncidentsFor(viewer).AsNoTracking();
        return school is { } one ? mine.Where(incident => incident.Org == one) : mine;
    }
}

/// <summary>An open record, as far as the groups need it.</summary>
internal sealed record Standing(
    Guid Id, Guid Org, DateTimeOffset RaisedAt, bool Urgent, bool Opened, bool TakenOn, Guid? Handler, bool ActionOverdue, bool Waits);

/// <summary>A page of closed records.</summary>
/// <param name="Count">How many there are on all pages.</param>
internal sealed record ClosedPage(int Count, int Page, IReadOnlyList<Shown> Shown);

/// <summary>The groups of what is open, with everything that is in them.</summary>
internal sealed class Sorted(Guid me, IReadOnlyList<Standing> open, IReadOnlySet<Guid> overdueDuties)
{
    public static Sorted Nothing { get; } = new(Guid.Empty, [], new HashSet<Guid>());

    private readonly Dictionary<Guid, Standing> _byId = open.ToDictionary(one => one.Id);

    public int Count(DeskGroup group) => open.Count(one => IsIn(one, group));

    public IReadOnlyList<Shown> In(DeskGroup group, int skip, int take)
    {
        var records = open.Where(one => IsIn(one, group));
        // What waits for somebody stands with the longest wait first; what is being worked on with the newest.
        records = group is DeskGroup.Urgent or DeskGroup.New or DeskGroup.Overdue
            ? records.OrderBy(one => one.RaisedAt).ThenBy(one => one.Id)
            : records.OrderByDescending(one => one.RaisedAt).ThenBy(one => one.Id);
        return [.. records.Skip(skip).Take(take).Select(one => new Shown(one.Org, one.Id))];
    }

    public IEnumerable<Mark> Marks(Guid id)
    {
        if (!_byId.TryGetValue(id, out var one)) yield break;
        if (IsIn(one, DeskGroup.Overdue)) yield return new Mark("Overdue", "due");
        if (one.Waits) yield return new Mark("Waiting", "neutral");
    }

    private bool IsIn(Standing one, DeskGroup group) => group switch
    {
        DeskGroup.Urgent => one.Urgent && !one.Opened,
        DeskGroup.New => (!one.TakenOn || !one.Opened || one.Handler is null) && !(one.Urgent && !one.Opened),
        DeskGroup.Mine => one.Handler == me,
        DeskGroup.Overdue => one.ActionOverdue || overdueDuties.Contains(one.Id),
        DeskGroup.Waiting => one.Waits,
        DeskGroup.Open => true,
        _ => false,
    };
}
