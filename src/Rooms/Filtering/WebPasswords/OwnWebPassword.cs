using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.WebPasswords;

/// <summary>A person's own password for the web: made, replaced and withdrawn by them.</summary>
internal sealed class OwnWebPassword(Store store, IAddressBook addresses, TimeProvider clock)
{
    /// <summary>Since when there is one, and the name that goes with it.</summary>
    public async Task<WebPasswordSeen> SeenAsync(Viewer viewer, CancellationToken stop) => new(
        await addresses.AddressOfAsync(viewer.IdentityId, stop) ?? "",
        await store.Set<WebPassword>().AsNoTracking().Where(one => one.IdentityId == viewer.IdentityId).Select(one => (DateTimeOffset?)one.MadeAt).SingleOrDefaultAsync(stop));

    /// <returns>What is shown once; nothing when somebody else changed it meanwhile.</returns>
    public async Task<(Outcome Outcome, string Shown)> MakeAsync(Viewer viewer, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        await using var work = await store.BeginAsync(stop);
        // Two presses at once are one after the other, and the later one holds.
        await store.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({viewer.IdentityId.ToString()}, 0))", stop);
        var replaced = await store.Set<WebPassword>().Where(one => one.IdentityId == viewer.IdentityId).ExecuteDeleteAsync(stop) > 0;
        var (kept, shown) = WebPassword.New(viewer.Home, viewer.IdentityId, now);
        store.Add(kept);
        return (await store.CommitAsync(viewer.Deed(viewer.Home, now), new WebPasswordMade(kept.Ref, viewer.IdentityId, replaced), stop), shown);
    }

    public async Task<Outcome> WithdrawAsync(Viewer viewer, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await WithdrawWebPasswords.RunAsync(store, [viewer.IdentityId], "by the person", stop) is not { Count: > 0 } news) return Refusal.NotFound;
        return await store.CommitAsync(viewer.Deed(viewer.Home, clock.GetUtcNow()), news, stop);
    }
}

/// <param name="Name">What is typed beside it.</param>
internal sealed record WebPasswordSeen(string Name, DateTimeOffset? MadeAt);
