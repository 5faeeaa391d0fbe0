using Lifeguard.Access.Contracts;
using Lifeguard.Filtering.WebPasswords;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Filtering.Reactions;

/// <summary>
/// A password for the web ends with whoever leaves, with the second of two records that are one person, and when somebody says that another
/// may know their password: who was in their account may have made one.
/// </summary>
internal sealed class OnWebPasswordEnds(Store store) : IReaction<PeopleLeft>, IReaction<IdentitiesLinked>, IReaction<PasswordClosed>, IReaction<AccountRecovered>
{
    public Task OnAsync(PeopleLeft happened, Deed deed, CancellationToken stop) => WithdrawAsync(happened.Identities, "left", stop);

    public Task OnAsync(IdentitiesLinked happened, Deed deed, CancellationToken stop) => WithdrawAsync([happened.ReplacedIdentityId], "two records are one person", stop);

    public Task OnAsync(PasswordClosed happened, Deed deed, CancellationToken stop) => WithdrawAsync(deed.By is { } person ? [person] : [], "somebody else may know it", stop);

    public Task OnAsync(AccountRecovered happened, Deed deed, CancellationToken stop) => WithdrawAsync(deed.By is { } person ? [person] : [], "new ways in", stop);

    private async Task WithdrawAsync(IReadOnlyList<Guid> identities, string because, CancellationToken stop)
    {
        if (identities.Count == 0) return;
        foreach (var one in await WithdrawWebPasswords.RunAsync(store, identities, because, stop)) store.Also(one);
    }
}
