using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Conduct;

/// <summary>The matrix of conduct that holds in a school.</summary>
internal sealed class FindMatrix(Store store)
{
    /// <summary>The one approved last; null where no head has approved any.</summary>
    public Task<ConductMatrix?> OfAsync(Guid school, CancellationToken stop) =>
        store.Set<ConductMatrix>().AsNoTracking().Where(one => one.Org == school).OrderByDescending(one => one.Number).FirstOrDefaultAsync(stop);
}
