using Lifeguard.Access.Contracts;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Access.Pages.Access.Rights;

/// <summary>Somebody says that they have looked through who holds which role. Said twice in a minute is said once.</summary>
internal sealed class ReviewRoles(Store store, IPlaces places, FindRights find, TimeProvider clock)
{
    private static readonly TimeSpan SameClick = TimeSpan.FromMinutes(1);

    public async Task<Outcome> RunAsync(Viewer viewer, Guid org, CancellationToken stop)
    {
        if (!(await places.OpenAsync(viewer, AccessPermissions.Rights, stop)).Contains(org)) return Refusal.NotFound;

        var at = clock.GetUtcNow();
        var shown = await find.OfAsync(org, stop);
        if (shown.Last is { } last && at - last.At < SameClick) return Outcome.Done;
        return await store.CommitAsync(viewer.Deed(org, at), new RolesReviewed(new RecordRef("organisation", org), shown.People.Count), stop);
    }
}
