using System.Text.Json;
using Lifeguard.Children.Imports;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Import;

internal sealed class FindExports(Store store, FileSeal seal)
{
    public async Task<IReadOnlyList<ExportView>> AllAsync(Viewer viewer, CancellationToken stop)
    {
        var rows = await store.ChronologyImportsFor(viewer).AsNoTracking().OrderByDescending(one => one.ChosenAt).Take(50)
            .Select(one => new { one.Reference, one.Source, one.FileName, one.ChosenAt, one.State, one.StateAt, one.Report }).ToListAsync(stop);
        return [.. rows.Select(one => new ExportView(one.Reference, one.Source, one.FileName, one.ChosenAt, one.State, one.StateAt, Report(one.Report), null))];
    }

    public async Task<ExportView?> OneAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        // Without the file itself, which may be large.
        var row = await store.ChronologyImportsFor(viewer).AsNoTracking().Where(one => one.Reference == reference)
            .Select(one => new { one.Id, one.Reference, one.Source, one.FileName, one.ChosenAt, one.State, one.StateAt, one.Report, one.Plan }).SingleOrDefaultAsync(stop);
        return row is null ? null : new ExportView(row.Reference, row.Source, row.FileName, row.ChosenAt, row.State, row.StateAt, Report(row.Report), row.Plan is null ? null : seal.Open<ImportPlan>(row.Id, row.Plan));
    }

    private static ImportReport? Report(string? stored) => stored is null ? null : JsonSerializer.Deserialize<ImportReport>(stored);
}

internal sealed record ExportView(RandomReference Reference, string Source, string FileName, DateTimeOffset ChosenAt, ChronologyState State, DateTimeOffset StateAt, ImportReport? Report, ImportPlan? Plan)
{
    public bool IsAtWork => State is ChronologyState.Waiting or ChronologyState.Confirmed;

    public string Sentence => State switch
    {
        ChronologyState.Waiting => "It is being read",
        ChronologyState.Confirmed => "It is being applied",
        ChronologyState.Previewed => "It waits for you to look at it",
        ChronologyState.Applied => $"{Report!.Entries:N0} entries were taken in, for {Report.Children:N0} {(Report.Children == 1 ? "child" : "children")}",
        ChronologyState.Refused => Report!.Refusal ?? "It was not taken",
        _ => "It was given up",
    };
}
