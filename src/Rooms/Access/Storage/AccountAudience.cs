using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Storage;

/// <summary>
/// Who is told of somebody's way in: of a closed password the technician and the safeguarding lead, of a lost phone those who can confirm
/// it. Never the person themselves, whose letters may be read by whoever knows their password.
/// </summary>
internal sealed class AccountAudience(Store store, IRoles roles, TimeProvider clock) : IRecordAudience
{
    private static readonly Role[] OfAccounts = RolesOf(AccessPermissions.ClosedPasswords);
    private static readonly Role[] OfRecoveries = RolesOf(AccessPermissions.Recover);

    public IReadOnlyCollection<string> Kinds => [Accounts.Kind, Accounts.RecoveryKind];

    public async Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var (org, person) = await OfAsync(record, stop);
        if (org == Guid.Empty) return new HashSet<Guid>();
        var holders = await roles.HoldersAsync(org, record.Kind == Accounts.Kind ? OfAccounts : OfRecoveries, UkTime.DateOf(clock.GetUtcNow()), stop);
        return holders.Select(one => one.IdentityId).Where(one => one != person && identities.Contains(one)).ToHashSet();
    }

    public async Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var known = new HashSet<Guid>();
        foreach (var id in ids)
        {
            if ((await WhoMayKnowAsync(new RecordRef(kind, id), [viewer.IdentityId], stop)).Count > 0) known.Add(id);
        }

        return known;
    }

    private async Task<(Guid Org, Guid Person)> OfAsync(RecordRef record, CancellationToken stop)
    {
        var found = record.Kind == Accounts.Kind
            ? await store.Set<Account>().Where(one => one.Id == record.Id).Select(one => new { Org = one.HomeOrg, Person = one.IdentityId }).SingleOrDefaultAsync(stop)
            : await store.Set<Recovery>().Where(one => one.Id == record.Id).Select(one => new { one.Org, Person = one.IdentityId }).SingleOrDefaultAsync(stop);
        return found is null ? default : (found.Org, found.Person);
    }

    private static Role[] RolesOf(string permission) => [.. AccessPermissions.All.Single(one => one.Key == permission).Roles.Select(Enum.Parse<Role>)];
}
