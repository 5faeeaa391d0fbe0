using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Upkeep.Contracts;

namespace Lifeguard.Upkeep.Storage;

internal sealed class NoteUpkeep(Store store, TimeProvider clock) : IUpkeep
{
    public async Task NoteAsync(IHappened happened, CancellationToken stop) =>
        await store.CommitAsync(Deed.OfSystem(Guid.Empty, "Upkeep", clock.GetUtcNow()), happened, stop);
}
