using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>By which right somebody may search on a day: as head, or on the head's list. Null for everybody else.</summary>
internal sealed class WhoMaySearch(Store store)
{
    public async Task<string?> RightOfAsync(Viewer viewer, Guid org, DateOnly on, CancellationToken stop)
    {
        if (CustodyReach.IsHead(viewer, org)) return "As head";
        var me = viewer.IdentityId;
        var named = await store.Set<NominatedSearcher>().AsNoTracking().Where(one => one.Org == org && one.IdentityId == me && one.From <= on && (one.Until == null || one.Until >= on))
            .OrderBy(one => one.From).FirstOrDefaultAsync(stop);
        return named is null ? null : $"On the head's list since {UkTime.InWords(named.From)}. Training: {named.Training}";
    }
}
