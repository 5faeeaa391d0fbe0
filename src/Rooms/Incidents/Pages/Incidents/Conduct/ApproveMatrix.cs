using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Conduct;

/// <summary>A head approves the matrix, with or without a change. From then on it is what decisions are made with.</summary>
internal sealed class ApproveMatrix(Store store, FindMatrix findMatrix, TimeProvider clock)
{
    public const string Kind = "conduct-matrix";

    /// <param name="changed">A category as it shall be from now on; null approves all as they stand.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, Guid school, ConductCategory? changed, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        var before = await findMatrix.OfAsync(school, stop);
        var categories = before?.Categories ?? ConductMatrix.Usually;
        if (changed is not null)
        {
            if (!categories.Any(one => one.Key == changed.Key)) return Refusal.NotFound;
            categories = [.. categories.Select(one => one.Key == changed.Key ? changed : one)];
        }

        var at = clock.GetUtcNow();
        var matrix = new ConductMatrix
        {
            Id = Guid.CreateVersion7(at),
            Org = school,
            Number = (before?.Number ?? 0) + 1,
            Text = ConductMatrix.Write(categories),
            ApprovedAt = at,
            ApprovedBy = viewer.Name,
        };
        store.Set<ConductMatrix>().Add(matrix);
        return await store.CommitAsync(viewer.Deed(school, at), new ConductMatrixApproved(new RecordRef(Kind, matrix.Id), matrix.Number, changed is null ? [] : [changed.Title]), stop);
    }
}
