using Lifeguard.Access.Contracts;
using Lifeguard.Filtering.Leases;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Filtering.Reactions;

/// <summary>Whoever signs out, or is signed out, sits nowhere any more.</summary>
internal sealed class OnSignedOut(LeaseKeeper leases) : IReaction<SignedOut>, IReaction<SessionsEnded>
{
    public Task OnAsync(SignedOut happened, Deed deed, CancellationToken stop) => End(happened.About);

    public Task OnAsync(SessionsEnded happened, Deed deed, CancellationToken stop) => End(happened.About);

    private Task End(RecordRef account)
    {
        leases.Ended(account.Id);
        return Task.CompletedTask;
    }
}
