using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Imports;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

/// <summary>Says yes to what was shown, or gives it up.</summary>
internal sealed class ConfirmImport(Store store, ImportFiles files, TimeProvider clock)
{
    public Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, int? leavers, CancellationToken stop) =>
        MoveAsync(viewer, reference, (import, at) => import.Confirm(leavers, at), stop);

    public async Task<Outcome> GiveUpAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        var outcome = await MoveAsync(viewer, reference, (import, at) => import.Cancel(at), stop);
        if (outcome.IsDone) files.Remove(reference);
        return outcome;
    }

    private async Task<Outcome> MoveAsync(Viewer viewer, RandomReference reference, Func<PeopleImport, DateTimeOffset, Outcome> move, CancellationToken stop)
    {
        if (await store.ImportsFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } import) return Refusal.NotFound;
        var deed = viewer.Deed(import.Org, clock.GetUtcNow());
        var outcome = move(import, deed.At);
        return outcome.IsDone ? await store.CommitAsync(deed, new PeopleImportMoved(import.Ref, import.State.ToString()), stop) : outcome;
    }
}
