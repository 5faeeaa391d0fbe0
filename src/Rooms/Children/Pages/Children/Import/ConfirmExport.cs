using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Import;

/// <summary>Says yes to what was shown, with who was meant where the export does not say, or gives it up.</summary>
internal sealed class ConfirmExport(Store store, FileSeal seal, TimeProvider clock)
{
    public Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, IReadOnlyDictionary<int, Guid> answers, CancellationToken stop) =>
        MoveAsync(viewer, reference, (import, at) => import.Confirm(seal.Seal(import.Id, answers), at), stop);

    public Task<Outcome> GiveUpAsync(Viewer viewer, RandomReference reference, CancellationToken stop) => MoveAsync(viewer, reference, (import, at) => import.Cancel(at), stop);

    private async Task<Outcome> MoveAsync(Viewer viewer, RandomReference reference, Func<ChronologyImport, DateTimeOffset, Outcome> move, CancellationToken stop)
    {
        if (await store.ChronologyImportsFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } import) return Refusal.NotFound;
        var deed = viewer.Deed(import.Org, clock.GetUtcNow());
        var outcome = move(import, deed.At);
        return outcome.IsDone ? await store.CommitAsync(deed, new ChronologyImportMoved(import.Ref, import.State.ToString()), stop) : outcome;
    }
}
