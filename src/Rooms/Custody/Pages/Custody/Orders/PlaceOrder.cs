using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Orders;

/// <summary>Places an order and tells the school's technicians who may know of it that something waits.</summary>
internal sealed class PlaceOrder(Store store, IRoles roles, IWorkingTime workingTime, CountOnce once, TimeProvider clock)
{
    private const int UrgentMinutes = 60;

    /// <summary>By when it is done: within the hour, or by the next working day.</summary>
    public async Task<DateTimeOffset> DueAsync(Guid org, bool urgent, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return urgent ? SchoolCalendar.WithinMinutes(now, UrgentMinutes) : (await workingTime.ForAsync(org, stop)).AfterWorkingDays(now, 1);
    }

    /// <param name="needsTechnician">Refused when nobody can be asked; a technician's own entry needs nobody else.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, TechnicianOrder order, bool needsTechnician, CancellationToken stop)
    {
        if (await once.IsThereAsync<TechnicianOrder>(order.Id, stop)) return Outcome.Done;
        var deed = viewer.Deed(order.Org, clock.GetUtcNow());
        var asked = (await roles.HoldersAsync(order.Org, [Role.Technician], UkTime.DateOf(deed.At), stop)).Select(one => one.IdentityId).Distinct().Where(one => !order.Barred.Contains(one)).ToList();
        if (needsTechnician && asked.Count == 0) return Refusals.NoTechnician;

        store.Add(order);
        foreach (var technician in asked.Where(one => one != viewer.IdentityId)) store.Post(new Letter(order.Org, technician, order.Ref, order.Urgent ? LetterUrgency.Urgent : LetterUrgency.Routine), deed.At);
        return await once.CommitAsync<TechnicianOrder>(order.Id, deed, [new TechnicianAsked(order.Ref, order.What.InWords(), order.Subject, order.Address?.Value, order.AskedBy)], stop);
    }
}
