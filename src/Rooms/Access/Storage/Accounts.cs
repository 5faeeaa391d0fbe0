using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Storage;

internal sealed class Accounts(Store store, UserManager<Account> users, FindViewer viewers, OrganisationScope scope) : IAccounts, IAddressBook
{
    public const string Kind = "account";
    public const string RecoveryKind = "recovery";

    public async Task<Outcome> OpenAsync(Guid identity, Guid homeOrg, string email, string password, string? demonstrationLabel, Deed deed, CancellationToken stop)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(deed.At),
            UserName = email,
            Email = email,
            IdentityId = identity,
            HomeOrg = homeOrg,
            DemonstrationLabel = demonstrationLabel,
            LockoutEnabled = true,
        };
        await using var work = await store.BeginAsync(stop);
        var made = await users.CreateAsync(account, password);
        if (!made.Succeeded) return Outcome.Refused([.. made.Errors.Select(error => new Refusal(error.Code, error.Description))]);

        return await store.CommitAsync(deed, new AccountOpened(new RecordRef(Kind, account.Id)), stop);
    }

    public async Task<bool> IsDemonstrationAsync(CancellationToken stop) =>
        await store.Set<Installation>().AnyAsync(installation => installation.IsDemonstration, stop);

    public async Task<Viewer?> ViewerOfAsync(Guid identity, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        var account = await store.Set<Account>().AsNoTracking().Where(one => one.IdentityId == identity && one.ClosedAt == null)
            .OrderBy(one => one.Id).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(stop);
        return account is { } id ? await viewers.RunAsync(id, stop) : null;
    }

    public async Task<bool> FoundAsync(bool asDemonstration, Deed deed, CancellationToken stop)
    {
        if (await store.Set<Installation>().AnyAsync(stop)) return false;
        store.Set<Installation>().Add(new Installation { IsDemonstration = asDemonstration, MadeAt = deed.At });
        await store.CommitAsync(deed, new InstallationFounded(new RecordRef("installation", deed.Organisation), asDemonstration), stop);
        return true;
    }

    public async Task<string?> AddressOfAsync(Guid identity, CancellationToken stop) =>
        await store.Set<Account>().AsNoTracking().Where(account => account.IdentityId == identity && account.ClosedAt == null)
            .OrderBy(account => account.Id).Select(account => account.Email).FirstOrDefaultAsync(stop);
}
