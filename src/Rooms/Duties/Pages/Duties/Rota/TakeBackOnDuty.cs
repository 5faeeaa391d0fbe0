using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Pages.Duties.Rota;

/// <summary>Takes somebody off duty again. Taking back what is gone already is done.</summary>
internal sealed class TakeBackOnDuty(Store store, FindRota findRota, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid school, Guid shiftId, CancellationToken stop)
    {
        if ((await findRota.SchoolsAsync(viewer, stop)).All(one => one.Id != school)) return Refusal.NotFound;
        if (await store.Set<OnDutyShift>().SingleOrDefaultAsync(shift => shift.Id == shiftId && shift.Org == school, stop) is not { } shift) return Outcome.Done;

        store.Remove(shift);
        var outcome = await store.CommitAsync(viewer.Deed(school, clock.GetUtcNow()), new OnDutyTakenBack(new RecordRef("organisation", school), shift.Id, shift.IdentityId, shift.Name), stop);
        return outcome.Refusals.Contains(Refusal.ChangedMeanwhile) ? Outcome.Done : outcome;
    }
}
