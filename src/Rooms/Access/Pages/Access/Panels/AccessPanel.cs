using Lifeguard.Access.Model;
using Lifeguard.Access.Pages.Access.LostPhone;
using Lifeguard.Access.Sessions;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.Panels;

/// <summary>What ways in ask of a person: a lost phone to confirm, a closed password to look at, guessing at many accounts.</summary>
internal sealed class AccessPanel(Store store, ConfirmRecovery recoveries, Guesses guesses) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        List<Waiting> waiting = [];
        if (viewer.May(AccessPermissions.Recover) && (await recoveries.WaitingAsync(viewer, stop)).Any(one => one.MayConfirm))
            waiting.Add(new Waiting("Somebody has lost their phone", "/lost-phones", WaitingUrgency.Today));
        if (!viewer.May(AccessPermissions.ClosedPasswords)) return waiting;

        var places = AccessPermissions.Places(viewer, AccessPermissions.ClosedPasswords);
        if (await store.Set<Account>().AnyAsync(one => one.PasswordClosedAt != null && one.ClosedAt == null && places.Contains(one.HomeOrg) && one.Id != viewer.AccountId, stop))
            waiting.Add(new Waiting("A password may be known to somebody else", "/closed-passwords", WaitingUrgency.Urgent));
        if (await guesses.WereSpreadLatelyAsync(stop)) waiting.Add(new Waiting("Somebody has tried passwords on many accounts since yesterday", "/closed-passwords", WaitingUrgency.Today));
        return waiting;
    }
}
