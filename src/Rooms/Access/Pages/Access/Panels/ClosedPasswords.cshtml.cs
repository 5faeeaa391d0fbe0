using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.Panels;

/// <summary>Whose password may be known to somebody else, until they have set a new one.</summary>
[Needs(AccessPermissions.ClosedPasswords)]
internal sealed class ClosedPasswordsModel(Store store, IPeople people, Guesses guesses) : RoomPage
{
    public IReadOnlyList<(string Name, DateTimeOffset At)> Closed { get; private set; } = [];

    /// <summary>Since yesterday, from one network address.</summary>
    public bool WasGuessedAtMany { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        WasGuessedAtMany = await guesses.WereSpreadLatelyAsync(stop);
        var places = AccessPermissions.Places(Viewer, AccessPermissions.ClosedPasswords);
        var closed = await store.Set<Account>().AsNoTracking().Where(one => one.PasswordClosedAt != null && one.ClosedAt == null && places.Contains(one.HomeOrg) && one.Id != Viewer.AccountId)
            .OrderBy(one => one.PasswordClosedAt).Select(one => new { one.IdentityId, one.HomeOrg, At = one.PasswordClosedAt!.Value }).ToListAsync(stop);
        var names = (await people.RowsOfAsync([.. closed.Select(one => one.IdentityId)], stop)).ToLookup(one => one.IdentityId);
        Closed = [.. closed.Select(one => (names[one.IdentityId].OrderBy(row => row.Org != one.HomeOrg).Select(row => row.Name).FirstOrDefault() ?? "Somebody", one.At))];
        return true;
    }
}
