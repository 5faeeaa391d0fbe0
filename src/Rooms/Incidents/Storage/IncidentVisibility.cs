using System.Linq.Expressions;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore.Query;

namespace Lifeguard.Incidents.Storage;

/// <summary>
/// Who may see a record: the one expression that pages, lists, counts, search, letters and prints all pass through.
/// Being kept from a record wins over every desk and every invitation, so nobody reads about themselves.
/// </summary>
internal static class IncidentVisibility
{
    public static IQueryable<Incident> IncidentsFor(this Store store, Viewer viewer)
    {
        var me = viewer.IdentityId;
        Expression<Func<Incident, bool>> reaches = incident => incident.Joined.Contains(me);
        // Desks at which this person does not sit are left out: the question is shorter, and its answer the same.
        foreach (var (desk, schools) in DesksOf(viewer).Where(seat => seat.Value.Count > 0)) reaches = Or(reaches, LiesAt(desk, schools));
        return store.Set<Incident>().Where(incident => !incident.Barred.Contains(me)).Where(reaches);
    }

    /// <summary>A technician's tasks of the schools they serve, without those that come from a record they are kept from.</summary>
    public static IQueryable<TechnicalTask> TasksFor(this Store store, Viewer viewer)
    {
        var me = viewer.IdentityId;
        var schools = viewer.Seats.Where(seat => seat.Role == nameof(Role.Technician)).Select(seat => seat.Organisation).ToList();
        return store.Set<TechnicalTask>().Where(task => schools.Contains(task.Org) &&
            store.Set<Incident>().Any(incident => incident.Id == task.IncidentId && !incident.Barred.Contains(me)));
    }

    public static IQueryable<Receipt> ReceiptsFor(this Store store, Viewer viewer)
    {
        var me = viewer.IdentityId;
        return store.Set<Receipt>().Where(receipt => receipt.Author == me);
    }

    /// <summary>Actions that are mine to do, on records that I may still know of.</summary>
    public static IQueryable<ActionItem> ActionsFor(this Store store, Viewer viewer)
    {
        var me = viewer.IdentityId;
        return store.Set<ActionItem>().Where(action => action.Owner == me && store.IncidentsFor(viewer).Any(incident => incident.Id == action.IncidentId));
    }

    /// <summary>The desks a viewer sits at, and for which schools. Trust-level seats reach the trust's schools.</summary>
    public static IReadOnlyDictionary<Desk, List<Guid>> DesksOf(Viewer viewer)
    {
        var desks = Enum.GetValues<Desk>().ToDictionary(desk => desk, _ => new List<Guid>());
        foreach (var seat in viewer.Seats)
        {
            if (!Enum.TryParse<Role>(seat.Role, out var role) || DeskRoles.DeskOf(role) is not { } desk) continue;
            desks[desk].Add(seat.Organisation);
            if (role is Role.TrustSafeguardingLead or Role.GovernanceOfficer or Role.ChiefExecutive) desks[desk].AddRange(viewer.ReachOf(seat.Organisation));
        }

        return desks;
    }

    private static Expression<Func<Incident, bool>> LiesAt(Desk desk, List<Guid> schools)
    {
        var key = desk.ToString();
        return incident => schools.Contains(incident.Org) && incident.Desks.Contains(key);
    }

    private static Expression<Func<Incident, bool>> Or(Expression<Func<Incident, bool>> one, Expression<Func<Incident, bool>> other)
    {
        var incident = one.Parameters[0];
        var same = ReplacingExpressionVisitor.Replace(other.Parameters[0], incident, other.Body);
        return Expression.Lambda<Func<Incident, bool>>(Expression.OrElse(one.Body, same), incident);
    }
}
