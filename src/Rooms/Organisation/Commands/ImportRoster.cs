using System.Globalization;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Roster;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard import roster PATH [--into NAME] [--school NAME] [--leavers NUMBER] [--preview]</c></summary>
public sealed class ImportRoster
{
    private const int Taken = 0;
    private const int Refused = 2;

    private readonly RosterLoader _roster;
    private readonly FindByName _find;

    internal ImportRoster(RosterLoader roster, FindByName find) => (_roster, _find) = (roster, find);

    /// <summary>Loads the export and prints the report.</summary>
    /// <param name="into">Name or report code of the organisation to load into; null puts the export at the top of the tree.</param>
    /// <param name="school">Which school of the export to take, when the target is one school.</param>
    /// <param name="leavers">How many leavers are right, where the loader asks.</param>
    /// <param name="preview">Print what would change, with names, and change nothing.</param>
    /// <returns>0 when the export was taken (single rows may have been left out), 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(
        string path, string? into, string? school, string? leavers, bool preview, TextWriter output, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        int? confirmed = null;
        if (leavers is not null)
        {
            if (!int.TryParse(leavers, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                await output.WriteLineAsync($"{leavers} is not a number of leavers. Nothing was changed.");
                return Refused;
            }

            confirmed = number;
        }

        OrganisationCard? target = null;
        if (into is not null && (target = await _find.OrganisationAsync(into, output, stop)) is null)
        {
            await output.WriteLineAsync("Nothing was changed.");
            return Refused;
        }

        var request = new RosterRequest(path, target?.Id, school) { LeaversConfirmed = confirmed };
        var plan = preview ? await _roster.PlanAsync(request, progress, stop) : null;
        var report = plan?.Report ?? await _roster.LoadAsync(request, progress, stop);
        await output.WriteAsync(plan is null ? RosterReportText.InWords(report) : RosterPlanText.InWords(plan));
        return report.IsTaken && (preview || !report.NeedsConfirming) ? Taken : Refused;
    }
}
