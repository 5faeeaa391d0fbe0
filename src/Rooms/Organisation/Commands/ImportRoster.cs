using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard import roster PATH [--into NAME] [--school NAME]</c></summary>
public sealed class ImportRoster(IRoster roster, FindByName find)
{
    private const int Taken = 0;
    private const int Refused = 2;

    /// <summary>Loads the export and prints the report.</summary>
    /// <param name="into">Name or report code of the organisation to load into; null puts the export at the top of the tree.</param>
    /// <param name="school">Which school of the export to take, when the target is one school.</param>
    /// <returns>0 when the export was taken (single rows may have been left out), 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string path, string? into, string? school, TextWriter output, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        OrganisationCard? target = null;
        if (into is not null && (target = await find.OrganisationAsync(into, output, stop)) is null)
        {
            await output.WriteLineAsync("Nothing was changed.");
            return Refused;
        }

        var report = await roster.LoadAsync(path, target?.Id, school, progress, stop);
        await output.WriteAsync(RosterReportText.InWords(report));
        return report.IsTaken ? Taken : Refused;
    }
}
