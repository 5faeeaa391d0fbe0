using Lifeguard.Access.Contracts;
using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>
/// Somebody has gone through all that they meet at their desk, which may be nothing. The desk has finished once enough of it have, and
/// nothing undecided is left that anybody there meets: a record that one of them is kept from waits for the others. Neither whoever works
/// on the request nor whoever finished is told which of the two it waits for.
/// </summary>
internal sealed class FinishLooking(Store store, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, LookThroughRow row, IReadOnlyList<EntryRow> entries, CancellationToken stop)
    {
        if (entries.Any(one => one.Decided is null)) return Refusals.EntriesUndecided;
        var deed = viewer.Deed(row.Request.Org, clock.GetUtcNow());
        await using var work = await store.BeginAsync(stop);
        foreach (var mine in row.Parts)
        {
            // Two who finish in the same moment would each count the other out.
            var part = await store.Set<RequestPart>().FromSql($"select * from request_part where id = {mine.Part.Id} for update").SingleOrDefaultAsync(stop);
            if (part is null or { FinishedAt: not null }) continue;
            var looked = await store.Set<RequestLook>().Where(look => look.PartId == part.Id).Select(look => look.Identity).ToListAsync(stop);
            if (!looked.Contains(viewer.IdentityId))
            {
                store.Add(RequestLook.Of(part, viewer.IdentityId, deed.At));
                looked.Add(viewer.IdentityId);
            }

            var others = await OthersAsync(mine.Desk.Except(looked).Except([row.Request.About]), row.Request, stop);
            if (RequestPart.IsEnough(looked.Count, looked.Count + others.Count) && !others.Any(other => other.HasUndecided)) part.Finish(deed);
        }

        return await store.CommitAsync(deed, new RequestMoved(row.Request.Ref, "looked through"), stop);
    }

    /// <summary>Of the rest of the desk: who can come in at all, and whether they meet an entry that nobody has decided.</summary>
    private async Task<IReadOnlyList<(Guid Identity, bool HasUndecided)>> OthersAsync(IEnumerable<Guid> identities, PersonRequest request, CancellationToken stop)
    {
        List<(Guid, bool)> others = [];
        foreach (var identity in identities)
        {
            // What they meet is asked as they would ask it, behind their wall and not behind that of whoever finishes.
            await using var theirs = scopes.CreateAsyncScope();
            if (await theirs.ServiceProvider.GetRequiredService<IAccounts>().ViewerOfAsync(identity, stop) is not { } other) continue;
            var entries = await theirs.ServiceProvider.GetRequiredService<FindLookThrough>().EntriesAsync(other, request, stop);
            others.Add((identity, entries.Any(entry => entry.Decided is null)));
        }

        return others;
    }
}
