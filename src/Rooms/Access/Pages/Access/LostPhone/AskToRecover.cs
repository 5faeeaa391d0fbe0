using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.LostPhone;

/// <summary>Somebody says that they have lost their second factor. It changes nothing: it asks two others to speak with them.</summary>
internal sealed class AskToRecover(Store store, OrganisationScope scope, UserManager<Account> users, IRoles roles, IPeople people, TimeProvider clock)
{
    private static readonly Role[] Confirmers = [.. AccessPermissions.All.Single(one => one.Key == AccessPermissions.Recover).Roles.Select(Enum.Parse<Role>)];

    /// <summary>The same for an address that nobody has, and for one whose request is waiting already.</summary>
    public async Task RunAsync(string email, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        var now = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        var normal = users.NormalizeEmail(email.Trim());
        var account = await store.Set<Account>().AsNoTracking().FirstOrDefaultAsync(one => one.NormalizedEmail == normal && one.ClosedAt == null, stop);
        var since = now - Recovery.Lives;
        if (account is null || await store.Set<Recovery>().AnyAsync(one => one.AccountId == account.Id && one.AskedAt > since && one.UsedAt == null && one.RefusedAt == null, stop))
        {
            await store.CommitNothingAsync(stop);
            return;
        }

        var name = (await people.RowsOfAsync([account.IdentityId], stop)).OrderBy(row => row.Org != account.HomeOrg).Select(row => row.Name).FirstOrDefault() ?? account.Email!;
        var recovery = new Recovery { Id = Guid.CreateVersion7(now), Org = account.HomeOrg, AccountId = account.Id, IdentityId = account.IdentityId, Name = name, AskedAt = now };
        store.Add(recovery);
        var about = new RecordRef(Accounts.RecoveryKind, recovery.Id);
        foreach (var holder in (await roles.HoldersAsync(account.HomeOrg, Confirmers, UkTime.DateOf(now), stop)).DistinctBy(one => one.IdentityId).Where(one => one.IdentityId != account.IdentityId))
            store.Post(new Letter(account.HomeOrg, holder.IdentityId, about, LetterUrgency.Routine), now);
        // Whoever typed the address is not known to be the person.
        await store.CommitAsync(Deed.OfSystem(account.HomeOrg, "Lost phone", now), new RecoveryAsked(about, account.Id), stop);
    }
}
