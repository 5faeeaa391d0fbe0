using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.Rights;

/// <summary>Who holds which role in an organisation today, what the roles allow, and whether they are used.</summary>
internal sealed class FindRights(Store store, IRoles roles, PermissionCatalogue catalogue, TimeProvider clock)
{
    public async Task<RightsShown> OfAsync(Guid org, CancellationToken stop)
    {
        var holders = await roles.HoldersAsync(org, Enum.GetValues<Role>(), UkTime.DateOf(clock.GetUtcNow()), stop);
        var identities = holders.Select(one => one.IdentityId).Distinct().ToList();
        var accounts = await store.Set<Account>().AsNoTracking().Where(one => one.ClosedAt == null && identities.Contains(one.IdentityId))
            .Select(one => new { one.IdentityId, Last = store.Set<Session>().Where(session => session.AccountId == one.Id).Max(session => (DateTimeOffset?)session.LastSeenAt) }).ToListAsync(stop);
        var seen = accounts.GroupBy(one => one.IdentityId).ToDictionary(rows => rows.Key, rows => rows.Max(one => one.Last));
        var lines = holders.GroupBy(one => one.IdentityId).Select(rows => new RightsLine(
            rows.First().Name,
            [.. rows.OrderBy(one => one.Role).Select(one => (one.Role, IsAbove: one.Org != org)).Distinct()],
            seen.ContainsKey(rows.Key), seen.GetValueOrDefault(rows.Key))).OrderBy(line => line.Name, StringComparer.CurrentCulture);
        var held = holders.Select(one => one.Role).Distinct().Order();
        return new RightsShown(
            [.. lines],
            [.. held.Select(role => new RoleRights(role, [.. catalogue.All.Where(permission => permission.Roles.Contains(role.ToString())).Select(permission => permission.Says)]))],
            await LastReviewAsync(org, stop));
    }

    /// <summary>When somebody last looked through the list of this organisation, and who.</summary>
    public async Task<RightsReview?> LastReviewAsync(Guid org, CancellationToken stop)
    {
        var row = await store.Set<JournalRow>().AsNoTracking().Where(one => one.RecordId == org && one.Act == nameof(RolesReviewed))
            .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Select(one => new { one.At, one.Payload }).FirstOrDefaultAsync(stop);
        return row is null ? null : new RightsReview(row.At, JournalWords.ByName(row.Payload) ?? "Erased");
    }
}

internal sealed record RightsShown(IReadOnlyList<RightsLine> People, IReadOnlyList<RoleRights> Roles, RightsReview? Last);

/// <param name="Roles">Each with whether it is held above the organisation and reaches it.</param>
/// <param name="LastSeen">Null where the account was never used.</param>
internal sealed record RightsLine(string Name, IReadOnlyList<(Role Role, bool IsAbove)> Roles, bool HasAccount, DateTimeOffset? LastSeen)
{
    public bool ReadsRecords => SecondFactorRoles.Includes(Roles.Select(one => one.Role.ToString()));
}

internal sealed record RoleRights(Role Role, IReadOnlyList<string> May);

internal sealed record RightsReview(DateTimeOffset At, string By);
