using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Imports;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Roster;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

/// <summary>Imports as their pages show them.</summary>
internal sealed class FindImports(Store store)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<ImportLine>> AllAsync(Viewer viewer, CancellationToken stop)
    {
        var rows = await store.ImportsFor(viewer).AsNoTracking().OrderByDescending(one => one.ChosenAt).ThenBy(one => one.Id).Take(Most)
            .Select(one => new { one.Reference, one.FileName, one.Form, one.ByName, one.ChosenAt, one.State, one.Report }).ToListAsync(stop);
        return [.. rows.Select(one => new ImportLine(one.Reference, one.FileName, one.Form, one.ByName, one.ChosenAt, one.State,
            one.State is ImportState.Applied && one.Report is not null ? ImportWays.Sentence(ImportWords.Read<RosterReport>(one.Report), isDone: true) : null))];
    }

    public async Task<ImportView?> OneAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await store.ImportsFor(viewer).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } import) return null;
        return new ImportView(import,
            import.Plan is null ? null : ImportWords.Read<RosterPlan>(import.Plan),
            import.Report is null ? null : ImportWords.Read<RosterReport>(import.Report));
    }
}

internal sealed record ImportLine(RandomReference Reference, string FileName, RosterForm Form, string ByName, DateTimeOffset ChosenAt, ImportState State, string? Sentence);

internal sealed record ImportView(PeopleImport Import, RosterPlan? Plan, RosterReport? Report);
