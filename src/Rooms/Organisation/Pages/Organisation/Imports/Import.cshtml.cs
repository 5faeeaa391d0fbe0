using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Model;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

[Needs(OrganisationPermissions.People)]
internal sealed class ImportModel(FindImports findImports, ConfirmImport confirmImport, TimeProvider clock) : RoomPage
{
    public const int RowsShown = 50;
    private const string LooksAgainAfterSeconds = "3";

    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public string? Leavers { get; set; }

    [BindProperty] public string? Then { get; set; }

    public ImportView View { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public int NewCount => View.Report is { } report ? report.Pupils.New + report.Staff.New + report.Guardians.New : 0;

    public int ChangedCount => View.Report is { } report ? report.Pupils.Changed + report.Staff.Changed + report.Guardians.Changed - report.Returned : 0;

    public int Percent => View.Import.Of is > 0 and var of ? (int)Math.Clamp(100 * View.Import.Done / of, 0, 100) : 0;

    public string HowFar => View.Import switch
    {
        { Doing: null } => "It begins in a moment.",
        { Of: { } of } import => $"{import.Doing}: {import.Done:N0} of {of:N0}.",
        var import => $"{import.Doing}: {import.Done:N0} rows so far.",
    };

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findImports.OneAsync(Viewer, Reference, stop) is not { } view) return false;
        View = view;
        // By header, so that it works without scripts.
        if (view.Import.IsAtWork) Response.Headers["Refresh"] = LooksAgainAfterSeconds;
        return true;
    }

    public IActionResult OnGetRefused() => View.Report is { RefusedRows: > 0 } report
        ? File(RefusedRowsFile.Write(report.Refused), "text/csv; charset=utf-8", "rows-left-out.csv")
        : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Then == "give-up") return Answer(await confirmImport.GiveUpAsync(Viewer, Reference, stop), () => LocalRedirect(Links.Import(Reference)));

        int? typed = int.TryParse(Leavers?.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (View is { Import.State: ImportState.Previewed, Report: { NeedsConfirming: true } report })
            RequireThat(typed == report.Ended, nameof(Leavers), $"Type {report.Ended}, the number of people who leave, or give the import up");
        RequireThat(View.Report is not { TakesOutWhoAsks: true }, string.Empty, "You are yourself among those who would leave. Give the import up");
        if (!ModelState.IsValid) return Page();

        return Answer(await confirmImport.RunAsync(Viewer, Reference, typed, stop), () => LocalRedirect(Links.Import(Reference)));
    }
}
